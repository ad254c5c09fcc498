import type { PostId, State } from '@embalm/post';
import type { MissingFile } from '@embalm/store';
import type { Change } from '../changes/change.ts';

/** What came of looking at a post again. */
export interface Checked {
  readonly post: PostId;
  /** Of a web page, as it was asked for; `null` for a post. */
  readonly url: string | null;
  readonly outcome: CheckOutcome;
  /** What it is now; if nobody answered, `unreachable`. */
  readonly state: State;
  /** The notice, or what went wrong; `null` for a live post. */
  readonly reason: string | null;
  readonly changes: readonly Change[];
  /** Photos and videos that could not be had. */
  readonly missing: readonly MissingFile[];
  /** The newest version of an edited post, if it was archived beside this one just now; else `null`. */
  readonly newer: PostId | null;
  /** The sha256 of the new record, or `null` if there is none. */
  readonly record: string | null;
  readonly durationMs: number;
  /** HTTP requests, those of the browser too. */
  readonly requests: number;
  /** Of the bodies that came. */
  readonly bytes: number;
}

/**
 * - `unchanged`: a line in the ledger says so.
 * - `changed`: there is a new record.
 * - `unreachable`: nobody answered; the ledger says so, and it is tried again soon.
 * - `damaged`: what the archive has of it cannot be trusted; nothing was asked.
 */
export type CheckOutcome = 'unchanged' | 'changed' | 'unreachable' | 'damaged';
