import type { Post } from '@embalm/post';
import type { StoredSnapshot } from '@embalm/store';
import type { Version } from '../exhibit.ts';
import type { Chosen } from './choose-content.ts';
import type { ExhibitSource } from './exhibit-source.ts';
import { findThread } from './find-thread.ts';
import { findVersions } from './find-versions.ts';
import { gatherAssets, type GatheredAssets } from './gather-assets.ts';
import type { MediaSink } from './media-sink.ts';

/** All that the archive has for a post. */
export interface Gathered extends GatheredAssets {
  /** With the posts that it answers. */
  readonly post: Post;
  readonly versions: readonly Version[];
}

/**
 * Gather what is shown of a post: the posts it answers, its versions, the media of all.
 *
 * @param records Oldest first.
 * @throws {DamagedRecordError} If a record cannot be trusted.
 * @throws What the sink throws: the disk is full, or may not be written.
 */
export async function gatherContent(
  archive: ExhibitSource,
  records: readonly StoredSnapshot[],
  chosen: Chosen,
  sink: MediaSink,
): Promise<Gathered> {
  const { post, records: others } = await findThread(archive, chosen.post);
  const versions = await findVersions(archive, records, chosen);
  return { ...(await gatherAssets(archive, [...others, ...records], { ...chosen, post }, sink)), post, versions };
}
