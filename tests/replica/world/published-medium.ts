import type { MediaSpec } from './post-spec.ts';

/** A medium under the URLs that X gives it. */
export interface PublishedMedium {
  readonly spec: MediaSpec;
  /** The photo, or the still of a video. */
  readonly pictureUrl: string;
  /** Worst first; empty for a photo. */
  readonly variants: readonly { readonly url: string; readonly bitrate: number }[];
  readonly playlistUrl: string | null;
}
