import type { Media, Post } from '@embalm/post';
import { imageUrl } from '../parts/image-url.ts';
import { labelOfVideo } from '../parts/video.ts';
import { postUrl } from '../platform-links.ts';
import type { Labels } from '../labels/labels.ts';
import type { OutlineContext } from './outline-post.ts';
import { type Block, link, paragraph } from './outline.ts';

/** Pictures with their descriptions below them, where a filter of attributes does not reach; videos as their stills. */
export function outlineMedia(post: Post, { labels, assetFor }: OutlineContext): readonly Block[] {
  const url = postUrl(post);
  if (post.media.length === 0) return [];
  // What readers fold out, filters unfold: sensitive media do not go where filters are.
  if (post.sensitive) return [paragraph(link(labels.sensitive, url))];
  return post.media.flatMap((item): readonly Block[] => {
    const label = describe(item, labels);
    const still = item.type === 'photo' ? item.url : item.poster;
    const picture = still === null ? null : imageUrl(assetFor(still));
    const note = item.type === 'photo' && picture !== null ? [] : [paragraph(link(label, url))];
    if (picture === null) return item.alt === null ? note : [...note, paragraph(item.alt)];
    const name = item.type === 'photo' ? labels.photo : '';
    return [{ type: 'picture', url: picture, caption: item.alt ?? '', label: name }, ...note];
  });
}

function describe(item: Media, labels: Labels): string {
  return item.type === 'photo' ? labels.photoMissing : labelOfVideo(item, labels);
}
