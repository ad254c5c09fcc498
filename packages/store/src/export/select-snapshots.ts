import type { PostId } from '@embalm/post';
import type { Archive } from '../archive.ts';
import { type PostQuery, sortKeyOf } from '../catalog/post-summary.ts';
import type { StoredSnapshot } from '../record/stored-snapshot.ts';
import { type ExportOptions, NothingToExportError } from './export-options.ts';

/** Which posts to export. */
export interface Selection {
  /** These posts; default those of `query`. A post without records is passed over. */
  readonly posts?: readonly PostId[] | undefined;
  /** Default all. */
  readonly query?: PostQuery | undefined;
}

/** A post that was selected, and all its records, from the first on. They must be gone through before the next post is. */
export interface SelectedPost {
  readonly post: PostId;
  readonly snapshots: AsyncIterable<StoredSnapshot>;
}

/**
 * The selected posts in the order of their ids, whichever way they were asked for. Tells progress on the way. What has no
 * records is passed over by who goes through them.
 *
 * @throws {NothingToExportError} At the end, if there was no record.
 * @throws {DamagedRecordError} At the first that cannot be trusted.
 * @throws The signal's reason, if it aborts.
 */
export async function* selectPosts(
  archive: Archive,
  { signal, onProgress, ...selection }: Omit<ExportOptions, 'software'>,
): AsyncGenerator<SelectedPost, void, void> {
  let posts = 0;
  let snapshots = 0;
  for await (const post of listSelected(archive, selection)) yield { post, snapshots: recordsOf(post) };
  if (snapshots === 0) throw new NothingToExportError();

  async function* recordsOf(post: PostId): AsyncGenerator<StoredSnapshot, void, void> {
    let isKept = false;
    for await (const snapshot of archive.history(post)) {
      signal?.throwIfAborted();
      if (!isKept) posts += 1;
      isKept = true;
      snapshots += 1;
      onProgress?.({ posts, snapshots });
      yield snapshot;
    }
  }
}

/**
 * All records of the selected posts: posts in the order of their ids, and each from its first record on.
 *
 * @throws As {@link selectPosts}.
 */
export async function* selectSnapshots(
  archive: Archive,
  options: Omit<ExportOptions, 'software'>,
): AsyncGenerator<StoredSnapshot, void, void> {
  for await (const { snapshots } of selectPosts(archive, options)) yield* snapshots;
}

async function* listSelected(archive: Archive, { posts, query }: Selection): AsyncGenerator<PostId, void, void> {
  if (posts === undefined) {
    for await (const { post } of archive.list(query)) yield post;
    return;
  }
  const byKey = new Map(posts.map((post) => [sortKeyOf(post), post]));
  for (const [, post] of [...byKey].sort(([a], [b]) => (a < b ? -1 : 1))) yield post;
}
