import type { Reference } from '@embalm/post';
import { findAnchorLinks } from '../finders/anchor-links.ts';
import { parsePostUrl } from '../finders/post-url.ts';
import { parseShortLink } from '../finders/short-link.ts';
import type { Anchor } from '../html/page.ts';

/**
 * Give a flattened embed the links that its markup still has: the one on its date says which post it is, if it is the
 * same author's.
 */
export function absorbAnchors(embed: Reference, anchors: readonly Anchor[]): Reference {
  const links = findAnchorLinks(anchors);
  const known = new Set(links.map(identify));
  const author = embed.handle?.toLowerCase();
  const post = links.map(parsePostUrl).findLast((url) => url?.handle === null || url?.handle.toLowerCase() === author);
  return {
    ...embed,
    post: { platform: 'x', id: post?.id ?? embed.post.id },
    links: [...links, ...embed.links.filter((link) => !known.has(identify(link)))],
  };
}

/** `pic.twitter.com/CODE` and `t.co/CODE` are the same link. */
function identify(link: string): string {
  return parseShortLink(link)?.code ?? link;
}
