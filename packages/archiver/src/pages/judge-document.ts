import type { State } from '@embalm/post';
import type { ObservationNote } from '@embalm/store';
import { refusedField } from '../door/refused-field.ts';
import { type DocumentAnswer, isHtml, type PageVisit } from './visit-page.ts';

/** Statuses that say more than "not found". */
const states: Readonly<Record<number, Exclude<State, 'live'>>> = { 401: 'protected', 410: 'deleted', 451: 'withheld' };

/**
 * Decide from a visit what a page is now. A page that says "gone" (410) is `deleted`; one that is not found, or is no page at
 * all, `unavailable`; one whose server fails, or that did not let itself be read, `unreachable`.
 */
export function judgeDocument({ document, reading, problem }: PageVisit, at: string): ObservationNote {
  const say = (state: State, reason: string | null): ObservationNote => ({ state, source: 'web', at, reason });
  if (document === null) return say('unreachable', problem ?? 'no answer came');
  if (document.headers.has(refusedField))
    return say('unreachable', `it leads to ${document.url}, which is not asked for`);
  if (document.status >= 400) return say(stateOf(document), `HTTP ${document.status}`);
  if (!isHtml(document)) return say('unavailable', `it is no page, but ${document.mediaType || 'of no known type'}`);
  if (reading === null) return say('unreachable', problem ?? 'it could not be read');
  return say('live', null);
}

function stateOf({ status }: DocumentAnswer): Exclude<State, 'live'> {
  if (status === 429 || status >= 500) return 'unreachable';
  return states[status] ?? 'unavailable';
}
