import type { ObservationNote, SnapshotDraft } from '@embalm/store';
import { lastingDigest } from '../changes/lasting-content.ts';
import { isCapture } from '../preserve/is-capture.ts';
import type { KnownPost } from './known-post.ts';

/** What a look found: what the post is now, and its content if somebody showed it. */
export interface Found extends Pick<SnapshotDraft, 'source' | 'content'> {
  readonly observation: ObservationNote;
}

/**
 * - `same`: nothing is other than the archive has it.
 * - `other`: something is, and deserves a record.
 * - `unanswered`: nobody said what the post is.
 */
export type Verdict = 'same' | 'other' | 'unanswered';

/**
 * Compare what a look found with what the archive knows. "Not found" is no news of a post that is known to be gone: in
 * time it is said of all of them.
 */
export function judgeLook(found: Found, { head, capture, shown }: KnownPost): Verdict {
  const { state } = found.observation;
  const post = isCapture(found) ? found.content : null;
  if (state === 'unreachable') return 'unanswered';
  const known = head.record.observation.state;
  if (state === 'live') {
    const isSame = known === 'live' && shown !== null && post !== null && lastingDigest(shown) === lastingDigest(post);
    return isSame ? 'same' : 'other';
  }
  if (capture === null && post !== null) return 'other';
  const isKnown = state === known || (state === 'unavailable' && known !== 'live' && known !== 'unreachable');
  return isKnown ? 'same' : 'other';
}
