import type { VideoVariant } from '@embalm/post';

/** Browsers without a licence for it play no HEVC. */
const hevcPath = /\/hevc\//;
const sizePath = /\/(\d{2,5})x(\d{2,5})\//;

/** The files of a video that every browser plays, best first. Streams (HLS) are none. */
export function listVideoFiles(variants: readonly VideoVariant[]): readonly VideoVariant[] {
  return variants
    .filter(({ mediaType, url }) => mediaType === 'video/mp4' && !hevcPath.test(url))
    .toSorted((one, other) => (other.bitrate ?? 0) - (one.bitrate ?? 0));
}

/** The size in pixels that X writes into the path of a video, as in `/vid/avc1/1280x720/KEY.mp4`. */
export function readVideoSize(url: string): { readonly width: number | null; readonly height: number | null } {
  const [, width, height] = sizePath.exec(url) ?? [];
  return width === undefined || height === undefined
    ? { width: null, height: null }
    : { width: Number(width), height: Number(height) };
}
