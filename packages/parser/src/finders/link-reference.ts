import type { Range, Reference } from '@embalm/post';
import { parsePostUrl } from './post-url.ts';
import { parseShortLink } from './short-link.ts';

/**
 * The reference that a link to a post is.
 *
 * @param url As it is written.
 * @param wrapper The URL that it is a part of.
 * @returns `null` if the link leads to no post.
 */
export function toLinkReference(url: string, range: Range, wrapper?: string): Reference | null {
  // Most are the one or the other from their first character on; only a query can make a short link wrap another.
  const plainShort = url.includes('?') ? null : parseShortLink(url);
  const post = plainShort === null ? parsePostUrl(url) : null;
  const short = plainShort ?? (post === null ? parseShortLink(url) : null);
  if (post === null && short === null) return null;
  return {
    kind: post === null ? 'short-link' : 'post-url',
    range,
    post: { platform: 'x', id: post?.id ?? null },
    handle: post?.handle ?? null,
    name: null,
    date: null,
    text: null,
    links: [short?.url ?? toAbsolute(url.trim()), ...(wrapper === undefined ? [] : [wrapper])],
    lang: null,
    confidence: 1,
  };
}

function toAbsolute(url: string): string {
  return /^https?:\/\//i.test(url) ? url : `https://${url.replace(/^\/\//, '')}`;
}
