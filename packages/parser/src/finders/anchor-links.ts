import type { Anchor } from '../html/page.ts';

/** X's links to accounts, tags and searches: they are what the text says, not where it leads. */
const mention =
  /^https?:\/\/(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com\/(?:#!\/)?(?:hashtag\/|search|\w{1,20}\/?(?:[?#]|$))/i;

/** Where links lead, in order, without repeats: absolute web addresses, no mentions and no tags. */
export function findAnchorLinks(anchors: readonly Anchor[]): readonly string[] {
  const urls = anchors
    .map(({ href }) => href.trim())
    .map((href) => (href.startsWith('//') ? `https:${href}` : href))
    .filter((href) => /^https?:\/\//i.test(href) && !mention.test(href));
  return [...new Set(urls)];
}
