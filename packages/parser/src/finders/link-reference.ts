import type { Range, Reference } from '@embalm/post';
import { parsePostUrl } from './post-url.ts';
import { parseShortLink } from './short-link.ts';
import type { TextLink } from './text-link.ts';

/** The reference that a link to a post is. */
export function toLinkReference({ range, url, post, wrapper }: TextLink): Reference {
  return {
    kind: post === null ? 'short-link' : 'post-url',
    range,
    post: { platform: 'x', id: post?.id ?? null },
    handle: post?.handle ?? null,
    name: null,
    date: null,
    text: null,
    links: wrapper === undefined ? [url] : [url, wrapper],
    lang: null,
    confidence: 1,
  };
}

/**
 * The reference that an address is.
 *
 * @param address As it is written.
 * @returns `null` if it leads to no post.
 */
export function readAddressReference(address: string, range: Range): Reference | null {
  // Most are the one or the other from their first character on; only a query can make a short link wrap another.
  const plainShort = address.includes('?') ? null : parseShortLink(address);
  const post = plainShort === null ? parsePostUrl(address) : null;
  if (post !== null) return toLinkReference({ range, url: toAbsolute(address.trim()), post });
  const short = plainShort ?? parseShortLink(address);
  return short === null ? null : toLinkReference({ range, url: short.url, post: null });
}

function toAbsolute(url: string): string {
  return /^https?:\/\//i.test(url) ? url : `https://${url.replace(/^\/\//, '')}`;
}
