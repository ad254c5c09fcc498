import type { Fields } from '../fields.ts';
import type { PayloadContent } from '../payload-reading.ts';
import { type GoneState, readTombstone } from '../tombstone.ts';

/** Codes of v1.1 that say what became of a post. 34, 144, 421 and 422 mean "not found": that is not "deleted". */
const states: ReadonlyMap<number, GoneState> = new Map([
  [34, 'unavailable'],
  [63, 'suspended'],
  [144, 'unavailable'],
  [179, 'protected'],
  [421, 'unavailable'],
  [422, 'unavailable'],
]);

/** Read the errors of an answer, or `null` if there are none about the post. */
export function readV1Errors(answer: Fields): PayloadContent | null {
  const error = answer.has('errors') ? answer.objects('errors')[0] : undefined;
  const text = error?.string('message') ?? answer.string('error');
  if (text === null) return null;
  const code = error?.count('code') ?? null;
  const state = (code === null ? undefined : states.get(code)) ?? readTombstone(text);
  if (code !== null && !states.has(code) && state === 'unavailable') return { kind: 'unreadable', reason: text };
  return { kind: 'tombstone', state, text };
}
