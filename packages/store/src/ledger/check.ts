import type { PostId } from '@embalm/post';
import { instant, nullable, object, oneOf, postId, string, type Decode } from '@embalm/post/decode';
import { parseSource, parseState } from '@embalm/post';
import { sha256 } from '../record/parse-exchange.ts';
import type { ObservationNote } from '../snapshot-record.ts';

/** An observation that changed nothing: it confirms a record. */
export interface Check extends ObservationNote {
  readonly post: PostId;
  /** The sha256 of the record it confirms. */
  readonly record: string;
}

/** A check as a line of the ledger has it, but for its chain. */
export interface CheckEntry extends Check {
  readonly kind: 'check';
}

/**
 * Read a line of the ledger.
 *
 * @throws {ShapeError} If the value is none.
 */
export const parseCheckEntry: Decode<CheckEntry> = object<CheckEntry>({
  kind: oneOf('check'),
  post: postId,
  record: sha256,
  state: parseState,
  source: parseSource,
  at: instant,
  reason: nullable(string),
});
