import { sizeOfRung } from '../media/rungs.ts';
import type { GifSpec, VideoSpec } from '../world/post-spec.ts';
import type { PublishedMedium } from '../world/published-medium.ts';
import { statusUrl } from '../world/status-url.ts';
import type { PublishedPost } from '../world/world.ts';

/** The parts of a payload that tell of its media: `mediaDetails`, `photos` and `video`. Empty if there are none. */
export function mediaPayload(post: PublishedPost): Record<string, unknown> {
  if (post.media.length === 0) return {};
  const moving = post.media.find((medium) => medium.spec.type !== 'photo');
  return {
    mediaDetails: post.media.map((medium, index) => detailsOf(post, medium, index)),
    photos: post.media
      .filter((medium) => medium.spec.type === 'photo')
      .map((medium, index) => photoOf(post, medium, index)),
    ...(moving === undefined || moving.spec.type === 'photo' ? {} : { video: videoOf(post, moving, moving.spec) }),
  };
}

/** `entities.media`. */
export function mediaEntities(post: PublishedPost): readonly unknown[] {
  return post.media.slice(0, 1).map((medium, index) => linkOf(post, medium, index));
}

function linkOf(post: PublishedPost, medium: PublishedMedium, index: number): Record<string, unknown> {
  return {
    display_url: `pic.twitter.com/${post.mediaCode}`,
    expanded_url: expandedUrl(post, medium, index),
    indices: post.text.mediaIndices,
    url: `https://t.co/${post.mediaCode}`,
  };
}

function expandedUrl(post: PublishedPost, medium: PublishedMedium, index: number): string {
  const kind = medium.spec.type === 'photo' ? 'photo' : 'video';
  return `${statusUrl(post.spec.author.handle, post.spec.id)}/${kind}/${index + 1}`;
}

function detailsOf(post: PublishedPost, medium: PublishedMedium, index: number): unknown {
  const { spec } = medium;
  const { width, height } = spec;
  return {
    ...(spec.type === 'video' ? { additional_media_info: {} } : {}),
    ...linkOf(post, medium, index),
    ...(spec.alt === undefined ? {} : { ext_alt_text: spec.alt }),
    ext_media_availability: { status: 'Available' },
    media_url_https: medium.pictureUrl,
    original_info: { height, width, focus_rects: spec.type === 'photo' ? [{ x: 0, y: 0, w: width, h: height }] : [] },
    sizes: {
      large: sizePayload(spec, 'large', 'fit'),
      medium: sizePayload(spec, 'medium', 'fit'),
      small: sizePayload(spec, 'small', 'fit'),
      thumb: sizePayload(spec, 'thumb', 'crop'),
    },
    type: spec.type === 'gif' ? 'animated_gif' : spec.type,
    ...(spec.type === 'photo' ? {} : { video_info: videoInfo(medium, spec) }),
  };
}

function sizePayload(spec: { readonly width: number; readonly height: number }, name: string, resize: string): unknown {
  const size = sizeOfRung(spec, name);
  return { h: size?.height, resize, w: size?.width };
}

/** X lists the variants in no order: the playlist stands between the files. */
function videoInfo(medium: PublishedMedium, spec: VideoSpec | GifSpec): unknown {
  const files = medium.variants.map(({ url, bitrate }) => ({ bitrate, content_type: 'video/mp4', url }));
  const playlist =
    medium.playlistUrl === null ? [] : [{ content_type: 'application/x-mpegURL', url: medium.playlistUrl }];
  return {
    aspect_ratio: aspectRatio(spec),
    ...(spec.type === 'video' ? { duration_millis: spec.durationMs } : {}),
    variants: [...files.slice(0, 1), ...files.slice(2), ...playlist, ...files.slice(1, 2)],
  };
}

function photoOf(post: PublishedPost, medium: PublishedMedium, index: number): unknown {
  const { width, height, alt } = medium.spec;
  return {
    backgroundColor: { red: 204, green: 214, blue: 221 },
    cropCandidates: [{ x: 0, y: 0, w: width, h: height }],
    expandedUrl: expandedUrl(post, medium, index),
    url: medium.pictureUrl,
    width,
    height,
    ...(alt === undefined ? {} : { accessibilityLabel: alt }),
  };
}

function videoOf(post: PublishedPost, medium: PublishedMedium, spec: VideoSpec | GifSpec): unknown {
  const info = videoInfo(medium, spec) as { readonly variants: readonly { content_type: string; url: string }[] };
  return {
    aspectRatio: aspectRatio(spec),
    contentType: spec.type === 'gif' ? 'gif' : 'media_entity',
    durationMs: spec.type === 'gif' ? 0 : spec.durationMs,
    mediaAvailability: { status: 'available' },
    poster: medium.pictureUrl,
    variants: info.variants.map((variant) => ({ type: variant.content_type, src: variant.url })),
    videoId: { type: 'tweet', id: post.spec.id },
    viewCount: 0,
  };
}

function aspectRatio(spec: { readonly width: number; readonly height: number }): readonly [number, number] {
  const divisor = greatestCommonDivisor(spec.width, spec.height);
  return [spec.width / divisor, spec.height / divisor];
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
