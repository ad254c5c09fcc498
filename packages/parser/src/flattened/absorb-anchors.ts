import type { Reference } from '@embalm/post';
import { findAnchorLinks } from '../finders/anchor-links.ts';
import { parsePostUrl } from '../finders/post-url.ts';
import { parseShortLink } from '../finders/short-link.ts';
import type { Anchor } from '../html/page.ts';
import { parseForeignUrl } from '../platforms/foreign-url.ts';

/**
 * Give a flattened embed the links that its markup still has: the one on its date says which post it is, if it is the
 * same author's.
 */
export function absorbAnchors(embed: Reference, anchors: readonly Anchor[]): Reference {
  const links = findAnchorLinks(anchors);
  const known = new Set(links.map(identify));
  if (embed.post.platform !== 'x') return absorbForeign(embed, links);
  const author = embed.handle?.toLowerCase();
  const post = links.map(parsePostUrl).findLast((url) => url?.handle === null || url?.handle.toLowerCase() === author);
  return {
    ...embed,
    post: { platform: 'x', id: post?.id ?? embed.post.id },
    links: [...links, ...embed.links.filter((link) => !known.has(identify(link)))],
  };
}

function absorbForeign(embed: Reference, links: readonly string[]): Reference {
  const post = links.map(parseForeignUrl).findLast((named) => named?.platform === embed.post.platform);
  return {
    ...embed,
    post: { platform: embed.post.platform, id: post?.id ?? embed.post.id },
    links: [...new Set([...links, ...embed.links])],
  };
}

/** `pic.twitter.com/CODE` and `t.co/CODE` are the same link. */
function identify(link: string): string {
  return parseShortLink(link)?.code ?? link;
}
