import type { Post, Reference, Source } from '@embalm/post';
import type { ObservationNote, StoredSnapshot } from '@embalm/store';

/** What to show of a post. */
export interface Chosen {
  readonly post: Post;
  readonly source: Source;
  /** The record the content is from. */
  readonly from: StoredSnapshot;
  /** The newest answer that says what became of the original. */
  readonly observation: ObservationNote;
}

/**
 * Choose what to show: the newest content that was captured. Only if nothing was, what an article says: this one if it is
 * known, else the newest.
 *
 * @param records Oldest first.
 * @param reference What led here, or `null` if the post was asked for by its name.
 * @returns `null` if no record has content.
 */
export function chooseContent(records: readonly StoredSnapshot[], reference: Reference | null): Chosen | null {
  const newestFirst = records.toReversed();
  const withContent = newestFirst.filter(({ record }) => record.content !== null);
  const from =
    withContent.find(({ record }) => record.source !== 'quoted') ??
    withContent.find(({ record }) => reference !== null && record.content?.text === reference.text) ??
    withContent[0];
  const newest = newestFirst[0];
  const post = from?.record.content ?? null;
  if (from === undefined || post === null || newest === undefined) return null;
  const told = newestFirst.find(({ record }) => record.observation.state !== 'unreachable') ?? newest;
  return {
    post,
    source: from.record.source ?? from.record.observation.source,
    from,
    observation: told.record.observation,
  };
}
