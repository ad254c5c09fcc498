import type { Post, PostId } from '@embalm/post';
import type { Archive, SnapshotRecord, StoredSnapshot } from '@embalm/store';
import { readSyndicationPayload } from '../payloads/read-syndication-payload.ts';
import { findCapture } from '../preserve/find-capture.ts';

/** What the archive knows of a post. */
export interface KnownPost {
  readonly head: StoredSnapshot;
  /** The newest record that has the post itself, or `null`. */
  readonly capture: SnapshotRecord | null;
  /** The post as X itself showed it in that record; `null` if an archive or an import did, or nobody. */
  readonly shown: Post | null;
}

/**
 * Read what the archive knows of a post.
 *
 * @throws {RangeError} If it has no record of it.
 * @throws {DamageError} If something of that cannot be trusted.
 */
export async function readKnownPost(post: PostId, archive: Archive): Promise<KnownPost> {
  const head = await archive.head(post);
  if (head === null) throw new RangeError(`The archive has no record of ${post}`);
  const capture = (await findCapture(head, archive))?.record ?? null;
  return { head, capture, shown: capture === null ? null : await readShown(capture, archive) };
}

/**
 * The payload is read again: an older version of this program may have read less in it, and that is no change of the post.
 */
async function readShown({ source, content, files }: SnapshotRecord, archive: Archive): Promise<Post | null> {
  if (source !== 'x-embed' && source !== 'x-syndication') return null;
  const payload = files['payload/syndication.json'];
  if (payload === undefined) return content;
  const json: unknown = JSON.parse(new TextDecoder().decode(await archive.readBlob(payload.sha256)));
  const reading = readSyndicationPayload(json, { at: content?.counts?.asOf ?? '' });
  return reading.kind === 'live' ? reading.post : content;
}
