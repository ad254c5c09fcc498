import type { Media, VideoVariant } from '@embalm/post';
import type { Fields } from '../fields.ts';

/** Read `media`: `all` has photos and videos in their order; before there was one, each kind had its own list. */
export function readMedia(status: Fields): readonly Media[] {
  const media = status.object('media');
  if (media === null) return [];
  const items = media.has('all') ? media.objects('all') : [...media.objects('photos'), ...media.objects('videos')];
  return items.flatMap(readMedium);
}

function readMedium(medium: Fields): readonly Media[] {
  const visual = { width: medium.count('width'), height: medium.count('height'), alt: medium.string('altText') };
  const type = medium.string('type');
  switch (type) {
    case 'photo': {
      const url = medium.wanted('url');
      return url === null ? [] : [{ type: 'photo', url: plainImage(url), ...visual }];
    }
    case 'video':
    case 'gif': {
      const poster = medium.string('thumbnail_url');
      const variants = readVariants(medium);
      if (type === 'gif') return [{ type: 'animated-gif', poster, variants, ...visual }];
      const seconds = medium.amount('duration') ?? 0;
      return [
        { type: 'video', poster, durationMs: seconds === 0 ? null : Math.round(seconds * 1000), variants, ...visual },
      ];
    }
    // A picture that the service itself put together from the others.
    case 'mosaic_photo':
      return [];
    case null:
    default:
      medium.surprising('type');
      return [];
  }
}

/** `formats`, or `variants` as X names them; at the least the one that the service chose. */
function readVariants(medium: Fields): readonly VideoVariant[] {
  const listed = [...medium.objects('formats'), ...medium.objects('variants')];
  const variants = listed.flatMap((variant) => {
    const url = variant.wanted('url');
    const type = variant.string('content_type') ?? typeOf(variant.string('container'), url ?? '');
    return url === null ? [] : [{ url, mediaType: type, bitrate: variant.count('bitrate') }];
  });
  const url = medium.string('url') ?? '';
  if (variants.length > 0 || url === '') return variants;
  return [{ url, mediaType: typeOf(null, url), bitrate: null }];
}

function typeOf(container: string | null, url: string): string {
  if (container === 'm3u8' || url.includes('.m3u8')) return 'application/x-mpegURL';
  return container === 'webm' ? 'video/webm' : 'video/mp4';
}

/** The service asks for the size `orig`, which may be gone while others are not: the URL is to be X's own, without a size. */
function plainImage(text: string): string {
  const url = URL.parse(text);
  if (url === null) return text;
  url.searchParams.delete('name');
  return url.href;
}
