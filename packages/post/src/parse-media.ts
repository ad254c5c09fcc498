import {
  arrayOf,
  count,
  type Decode,
  nullable,
  numberBetween,
  object,
  oneOf,
  string,
  variant,
} from './decode/decode.ts';
import type { AnimatedGif, Media, Photo, Video, VideoVariant } from './media.ts';

const duration = numberBetween(0, Number.MAX_VALUE);

const visual = { width: nullable(count), height: nullable(count), alt: nullable(string) };

const variants = arrayOf(
  object<VideoVariant>({ url: string, mediaType: string, bitrate: nullable(numberBetween(0, Number.MAX_VALUE)) }),
);

/**
 * Read one photo, video or animation.
 *
 * @throws {ShapeError} If the value is none.
 */
export const parseMedia: Decode<Media> = variant<Media>('type', {
  photo: object<Photo>({ type: oneOf('photo'), url: string, ...visual }),
  video: object<Video>({
    type: oneOf('video'),
    poster: nullable(string),
    durationMs: nullable(duration),
    variants,
    ...visual,
  }),
  'animated-gif': object<AnimatedGif>({
    type: oneOf('animated-gif'),
    poster: nullable(string),
    variants,
    ...visual,
  }),
});
