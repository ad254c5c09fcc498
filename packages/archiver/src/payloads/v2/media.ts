import type { Media, VideoVariant } from '@embalm/post';
import type { Fields } from '../fields.ts';
import type { Includes } from './includes.ts';

/** Read the media that `attachments` names; those that the answer does not carry are left out. */
export function readMedia(tweet: Fields, includes: Includes): readonly Media[] {
  const attachments = tweet.object('attachments');
  if (attachments === null) return [];
  if (attachments.has('media')) return attachments.objects('media').flatMap(readMedium);
  return attachments.strings('media_keys').flatMap((key) => {
    const medium = includes.media.get(key);
    if (medium === undefined) attachments.missing('media');
    return medium === undefined ? [] : readMedium(medium);
  });
}

function readMedium(medium: Fields): readonly Media[] {
  const visual = { width: medium.count('width'), height: medium.count('height'), alt: medium.string('alt_text') };
  const variants = medium.objects('variants').flatMap(readVariant);
  const poster = medium.string('preview_image_url');
  switch (medium.string('type')) {
    case 'photo': {
      const url = medium.wanted('url');
      return url === null ? [] : [{ type: 'photo', url, ...visual }];
    }
    case 'video':
      return [{ type: 'video', poster, durationMs: medium.count('duration_ms'), variants, ...visual }];
    case 'animated_gif':
      return [{ type: 'animated-gif', poster, variants, ...visual }];
    case null:
    default:
      medium.surprising('type');
      return [];
  }
}

function readVariant(variant: Fields): readonly VideoVariant[] {
  const [url, mediaType] = [variant.wanted('url'), variant.wanted('content_type')];
  return url === null || mediaType === null ? [] : [{ url, mediaType, bitrate: variant.count('bit_rate') }];
}
