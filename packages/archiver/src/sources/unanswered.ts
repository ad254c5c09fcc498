import type { Source } from '@embalm/post';
import type { Asking } from './ask-endpoint.ts';
import type { Answer } from './source.ts';

/** The answer of a source that did not answer. */
export function unanswered(
  source: Source,
  { reason, at, exchanges }: Omit<Extract<Asking, { kind: 'unanswered' }>, 'kind'>,
): Answer {
  return { observation: { state: 'unreachable', source, at, reason }, exchanges, files: {} };
}
