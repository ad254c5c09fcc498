import { parsePostId, type PostId, type Reference } from '@embalm/post';
import { ownLinksOf, provisionalIdOf, type StoredSnapshot } from '@embalm/store';
import type { ExhibitSource } from './exhibit-source.ts';
import { collect } from './collect.ts';

/**
 * Find the records of the post that a reference points at: by its id, by what the reference says, by its links.
 *
 * @returns Oldest first; of the first name under which there is something to show, `null` if there is none.
 * @throws {DamagedRecordError} If one cannot be trusted.
 */
export async function findRecords(
  archive: ExhibitSource,
  reference: Reference,
): Promise<readonly StoredSnapshot[] | null> {
  const tried = new Set<PostId>();
  for (const name of namesOf(reference)) {
    const post = await archive.resolve(name);
    if (post === null || tried.has(post)) continue;
    tried.add(post);
    const records = await readRecords(archive, post);
    if (records !== null) return records;
  }
  return null;
}

/** The records of a post, oldest first, or `null` if none has anything to show. */
async function readRecords(archive: ExhibitSource, post: PostId): Promise<readonly StoredSnapshot[] | null> {
  const records = await collect(archive.history(post));
  return records.some(({ record }) => record.content !== null) ? records : null;
}

/** The names under which an archive may know the post of a reference, the surest first. */
function namesOf(reference: Reference): readonly string[] {
  const { platform, id } = reference.post;
  const post = id === null ? null : parsePostId(`${platform}:${id}`);
  return [...(post === null ? [] : [post]), provisionalIdOf(reference), ...ownLinksOf(reference)];
}
