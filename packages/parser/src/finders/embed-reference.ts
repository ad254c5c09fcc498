import { dayOfXId, type Range, type Reference } from '@embalm/post';
import type { NamedPost } from '../platforms/foreign-url.ts';

/** The reference that an embed is of which nothing is known but the post it shows. */
export function toEmbedReference({ platform, id, handle, url }: NamedPost, range: Range): Reference {
  return {
    kind: 'embed',
    range,
    post: { platform, id },
    handle,
    name: null,
    date: platform === 'x' && id !== null ? dayOfXId(id) : null,
    text: null,
    links: [url],
    lang: null,
    confidence: 1,
  };
}
