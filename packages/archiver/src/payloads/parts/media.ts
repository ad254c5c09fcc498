import type { Media, VideoVariant } from '@embalm/post';
import type { Fields } from '../fields.ts';

/** Read `mediaDetails` of a syndication payload; without it, what `photos` and `video` say less well. */
export function readMedia(post: Fields): readonly Media[] {
  if (post.has('mediaDetails')) return post.objects('mediaDetails').flatMap(readMediaDetail);
  const video = post.object('video');
  return [...post.objects('photos').flatMap(readPhoto), ...(video === null ? [] : [readVideo(video)])];
}

/** Read one medium of `mediaDetails` or `extended_entities`. Before 2022 only the sizes of its renditions are told. */
export function readMediaDetail(detail: Fields): readonly Media[] {
  const url = detail.wanted('media_url_https');
  const size = detail.object('original_info');
  const rendition = detail.object('sizes')?.object('large') ?? null;
  const visual = {
    width: size?.count('width') ?? rendition?.count('w') ?? null,
    height: size?.count('height') ?? rendition?.count('h') ?? null,
    alt: detail.string('ext_alt_text'),
  };
  const info = detail.object('video_info');
  const variants = info?.objects('variants').flatMap((variant) => readVariant(variant, 'content_type', 'url')) ?? [];
  switch (detail.string('type')) {
    case 'photo':
      return url === null ? [] : [{ type: 'photo', url, ...visual }];
    case 'video':
      return [{ type: 'video', poster: url, durationMs: info?.count('duration_millis') ?? null, variants, ...visual }];
    case 'animated_gif':
      return [{ type: 'animated-gif', poster: url, variants, ...visual }];
    case null:
    default:
      detail.surprising('type');
      return url === null ? [] : [{ type: 'photo', url, ...visual }];
  }
}

function readPhoto(photo: Fields): readonly Media[] {
  const url = photo.wanted('url');
  if (url === null) return [];
  const alt = photo.string('accessibilityLabel');
  return [{ type: 'photo', url, width: photo.count('width'), height: photo.count('height'), alt }];
}

function readVideo(video: Fields): Media {
  const variants = video.objects('variants').flatMap((variant) => readVariant(variant, 'type', 'src'));
  const visual = { width: null, height: null, alt: null, poster: video.string('poster'), variants };
  return video.string('contentType') === 'gif'
    ? { type: 'animated-gif', ...visual }
    : { type: 'video', durationMs: video.count('durationMs'), ...visual };
}

function readVariant(variant: Fields, typeKey: string, urlKey: string): readonly VideoVariant[] {
  const [url, mediaType] = [variant.wanted(urlKey), variant.wanted(typeKey)];
  return url === null || mediaType === null ? [] : [{ url, mediaType, bitrate: variant.count('bitrate') }];
}
