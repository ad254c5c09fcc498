/** A photo, video or animation of a post. URLs are as the source gave them; captured bytes are found by them. */
export type Media = Photo | Video | AnimatedGif;

interface Visual {
  /** Pixels, or `null` if the source does not say. */
  readonly width: number | null;
  /** Pixels, or `null` if the source does not say. */
  readonly height: number | null;
  /** The author's description, or `null` if there is none. */
  readonly alt: string | null;
}

/** A still image. */
export interface Photo extends Visual {
  readonly type: 'photo';
  readonly url: string;
}

/** A video with sound. */
export interface Video extends Visual {
  readonly type: 'video';
  /** The still shown before it plays. */
  readonly poster: string | null;
  readonly durationMs: number | null;
  readonly variants: readonly VideoVariant[];
}

/** A silent loop; X delivers it as mp4. */
export interface AnimatedGif extends Visual {
  readonly type: 'animated-gif';
  /** The still shown before it plays. */
  readonly poster: string | null;
  readonly variants: readonly VideoVariant[];
}

/** One encoding of a video. */
export interface VideoVariant {
  readonly url: string;
  /** MIME type, as in `video/mp4` or `application/x-mpegURL`. */
  readonly mediaType: string;
  /** Bits a second, or `null` if the source does not say. */
  readonly bitrate: number | null;
}
