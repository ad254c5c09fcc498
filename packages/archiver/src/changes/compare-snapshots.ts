import type { SnapshotRecord } from '@embalm/store';
import { isCapture } from '../preserve/is-capture.ts';
import type { Change } from './change.ts';
import { comparePages } from './compare-pages.ts';
import { compareCounts, comparePosts } from './compare-posts.ts';

/** What a record says of a post. */
export type SnapshotContent = Pick<SnapshotRecord, 'content' | 'page' | 'source' | 'missing'> & {
  readonly observation: Pick<SnapshotRecord['observation'], 'state'>;
};

/** What to compare. */
export interface CompareOptions {
  /** Also how often a post was liked, answered and so on; default false. */
  readonly counts?: boolean;
}

/**
 * What changed from one record to another. One without content says only what became of the post; what an article quotes and
 * what was captured are not compared word for word.
 */
export function compareSnapshots(
  before: SnapshotContent,
  after: SnapshotContent,
  { counts = false }: CompareOptions = {},
): readonly Change[] {
  const [was, is] = [before.observation.state, after.observation.state];
  const changes: Change[] = was === is ? [] : [{ field: 'state', before: was, after: is }];
  if (after.page) {
    if (before.page) return [...changes, ...comparePages(before.page, after.page)];
    return [...changes, { field: 'content', before: null, after: after.source }];
  }
  if (after.content === null) return changes;
  if (before.content === null || isCapture(before) !== isCapture(after)) {
    return [...changes, { field: 'content', before: before.content && before.source, after: after.source }];
  }
  changes.push(...comparePosts(before.content, after.content), ...listArrived(before, after));
  if (counts) changes.push(...compareCounts(before.content.counts, after.content.counts));
  return changes;
}

/** Files that could not be had before. */
function listArrived(before: SnapshotContent, after: SnapshotContent): readonly Change[] {
  const still = new Set(after.missing?.map(({ url }) => url));
  const arrived = before.missing?.filter(({ url }) => !still.has(url)) ?? [];
  return arrived.map(({ url }) => ({ field: 'file', before: null, after: url }));
}
