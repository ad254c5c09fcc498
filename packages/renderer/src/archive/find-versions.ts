import type { Post } from '@embalm/post';
import type { StoredSnapshot } from '@embalm/store';
import type { Version } from '../exhibit.ts';
import type { Chosen } from './choose-content.ts';
import { collect } from './collect.ts';
import type { ExhibitSource } from './exhibit-source.ts';

/**
 * Find all versions of a post that were captured: those that its author's edits made, each of which has an id of its own,
 * and those of one id that differ. Counts and names change daily; they make no version.
 *
 * @param records Of the post, oldest first.
 * @returns Oldest first; none if all captures say the same.
 * @throws {DamagedRecordError} If a record of a version cannot be trusted.
 */
export async function findVersions(
  archive: ExhibitSource,
  records: readonly StoredSnapshot[],
  { post, source }: Chosen,
): Promise<readonly Version[]> {
  if (source === 'quoted') return [];
  const ids = post.edits?.ids.includes(post.id) === true ? post.edits.ids : [post.id];
  const versions: Version[] = [];
  for (const id of ids) {
    const history = id === post.id ? records : await collect(archive.history(id));
    for (const { record, sha256 } of history) {
      const { content, capturedAt } = record;
      const isNew =
        content !== null && record.source !== 'quoted' && !versions.some((each) => saysTheSame(each.post, content));
      if (isNew) versions.push({ post: content, capturedAt, recordDigest: sha256 });
    }
  }
  return versions.length > 1 ? versions : [];
}

function saysTheSame(left: Post, right: Post): boolean {
  return wordsOf(left) === wordsOf(right);
}

function wordsOf({ text, media, poll, communityNote }: Post): string {
  const files = media.map((item) => (item.type === 'photo' ? item.url : item.poster));
  return JSON.stringify([text, files, poll?.choices.map(({ label }) => label), communityNote?.text]);
}
