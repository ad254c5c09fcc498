import type { VideoVariant } from '@embalm/post';

/** Browsers without a licence for it play no HEVC. */
const hevcPath = /\/hevc\//;
const sizePath = /\/(\d{2,5})x(\d{2,5})\//;

/** The files of a video, best first; at last those that few browsers play. Streams (HLS) are none. */
export function listVideoFiles(variants: readonly VideoVariant[]): readonly VideoVariant[] {
  const files = variants.filter(({ mediaType }) => mediaType === 'video/mp4');
  return files.toSorted((one, other) => rarity(one) - rarity(other) || (other.bitrate ?? 0) - (one.bitrate ?? 0));
}

function rarity({ url }: VideoVariant): number {
  return hevcPath.test(url) ? 1 : 0;
}

/** The stream of a video, or `null` if there is none. */
export function findStream(variants: readonly VideoVariant[]): string | null {
  return variants.find(({ mediaType }) => /mpegurl$/i.test(mediaType))?.url ?? null;
}

/** What X calls a size of a video, as in `1280x720`; `null` if its path does not say. */
export function readVideoRung(url: string): string | null {
  const { width, height } = readVideoSize(url);
  return width === null || height === null ? null : `${width}x${height}`;
}

/** The size in pixels that X writes into the path of a video, as in `/vid/avc1/1280x720/KEY.mp4`. */
export function readVideoSize(url: string): { readonly width: number | null; readonly height: number | null } {
  const [, width, height] = sizePath.exec(url) ?? [];
  return width === undefined || height === undefined
    ? { width: null, height: null }
    : { width: Number(width), height: Number(height) };
}
