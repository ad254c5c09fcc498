import type { PostId } from '@embalm/post';
import type { Archive } from '@embalm/store';

/**
 * The archived versions of a post, each a post with an id of its own, from the first to the newest; the post itself if it has
 * no others.
 *
 * @throws {DamagedRecordError} If a record of the post cannot be trusted.
 */
export async function listVersions(archive: Archive, post: PostId): Promise<readonly PostId[]> {
  let ids: readonly PostId[] = [post];
  for await (const { record } of archive.history(post)) {
    const named = record.content?.edits?.ids ?? [];
    if (named.includes(post)) ids = named;
  }
  const heads = await Promise.all(ids.map((id) => archive.head(id)));
  return ids.filter((id, index) => id === post || heads[index] !== null);
}
