import type { StoredFile, StoredSnapshot } from '@embalm/store';
import type { Asset, AssetAlternative } from '../exhibit.ts';
import type { Chosen } from './choose-content.ts';
import type { ExhibitSource } from './exhibit-source.ts';
import { gatherCaptions } from './gather-captions.ts';
import { formatOf, type ImageUse, worthAvif, worthSmall } from './image-use.ts';
import { findCaptions, indexFiles } from './index-files.ts';
import { inTurns } from './in-turns.ts';
import { listMedia, type WantedMedia } from './list-media.ts';
import type { MadeRendition } from './make-rendition.ts';
import type { MediaProblem } from './media-problem.ts';
import type { MediaSink } from './media-sink.ts';
import { once } from './once.ts';
import { nameOfRendition, readRendition } from './rendition-cache.ts';

/** What came of the media of a post. */
export interface GatheredAssets {
  /** By the URL in the post's content. */
  readonly assets: ReadonlyMap<string, Asset>;
  readonly problems: readonly MediaProblem[];
}

/** Decoding an image takes memory; more at a time would gain little. */
const atATime = 4;
const extensions: ReadonlyMap<string, string> = new Map([
  ['video/mp4', 'mp4'],
  ['video/webm', 'webm'],
]);

/**
 * Gather the media that a post shows: images at their size, videos as they are. Those that were not kept are left out;
 * those that cannot be shown are problems.
 *
 * @throws What the sink throws: the disk is full, or may not be written.
 */
export async function gatherAssets(
  archive: ExhibitSource,
  records: readonly StoredSnapshot[],
  { post, from }: Chosen,
  sink: MediaSink,
): Promise<GatheredAssets> {
  const files = indexFiles(records, from);
  const assets = new Map<string, Asset>();
  const problems: MediaProblem[] = [];
  await inTurns(listMedia(post), atATime, (wanted) =>
    wanted.type === 'image' ? gatherImage(wanted) : gatherVideo(wanted),
  );
  return { assets, problems };

  async function gatherImage({ url, use }: Extract<WantedMedia, { type: 'image' }>): Promise<void> {
    const file = files.get(url);
    if (file === undefined) return;
    await attempt(url, file, async () => {
      const { src, bytes, width, height, colour } = await putImage(file.sha256, use);
      const mediaType = mediaTypeOf(use);
      if (src === null) return null;
      if (use !== 'photo') return { src, width, height, mediaType };
      const alternatives = await putAlternatives(file.sha256, { width, bytes });
      return { src, width, height, mediaType, alternatives, colour };
    });
  }

  async function putAlternatives(
    sha256: string,
    { width, bytes }: Pick<MadeRendition, 'width' | 'bytes'>,
  ): Promise<readonly AssetAlternative[]> {
    const uses: ImageUse[] = sink.choice !== 'none' && width >= worthSmall ? ['small-photo'] : [];
    if (sink.choice === 'sizes and formats' && bytes.byteLength >= worthAvif.bytes) {
      const avif = await readRendition(archive, sha256, 'avif-photo');
      if (avif.bytes.byteLength <= worthAvif.ratio * bytes.byteLength) uses.push('avif-photo');
    }
    const put = await inTurns(uses, 1, async (use) => ({
      ...(await putImage(sha256, use)),
      mediaType: mediaTypeOf(use),
    }));
    return put.flatMap(({ src, width: wide, mediaType }) => (src === null ? [] : [{ src, width: wide, mediaType }]));
  }

  async function putImage(sha256: string, use: ImageUse): Promise<MadeRendition & { readonly src: string | null }> {
    const rendition = await readRendition(archive, sha256, use);
    const { bytes } = rendition;
    const name = nameOfRendition(sha256, use);
    const src = await sink.put({ name, mediaType: mediaTypeOf(use), bytes: bytes.byteLength, open: () => once(bytes) });
    return { ...rendition, src };
  }

  async function gatherVideo({ urls }: Extract<WantedMedia, { type: 'video' }>): Promise<void> {
    for (const url of urls) {
      const file = files.get(url);
      if (file === undefined) continue;
      const { sha256, bytes, mediaType } = file;
      const extension = extensions.get(mediaType);
      if (extension === undefined) {
        note('unplayable-video', url, file, `Browsers do not play ${mediaType}`);
        continue;
      }
      await attempt(url, file, async () => {
        const name = `${sha256.slice(0, 24)}.${extension}`;
        const src = await sink.put({ name, mediaType, bytes, open: () => archive.openBlob(sha256) });
        if (src === null) return null;
        const captions = await gatherCaptions(archive, findCaptions(records, url), sink);
        return { src, width: null, height: null, mediaType, captions };
      });
      if (assets.has(url)) return;
    }
  }

  async function attempt(url: string, file: StoredFile, take: () => Promise<Asset | null>): Promise<void> {
    try {
      const asset = await take();
      if (asset === null) note('too-large', url, file, `${file.bytes} bytes are too many to stand in a page`);
      else assets.set(url, asset);
    } catch (error) {
      const code = error instanceof Error ? codes.get(error.name) : undefined;
      if (code === undefined) throw error;
      note(code, url, file, error instanceof Error ? error.message : '');
    }
  }

  function note(code: MediaProblem['code'], url: string, { sha256 }: StoredFile, message: string): void {
    problems.push({ code, post: post.id, url, sha256, message });
  }
}

/** Errors of one file; the post is shown without it. */
const codes: ReadonlyMap<string, MediaProblem['code']> = new Map([
  ['UnreadableImageError', 'unreadable-image'],
  ['MissingBlobError', 'damaged-blob'],
  ['DamagedBlobError', 'damaged-blob'],
]);

function mediaTypeOf(use: ImageUse): string {
  return `image/${formatOf(use)}`;
}
