import { authorInUrl, linkHost, xLinks } from '../platforms/x.ts';
import { readStatusLink } from './status-link.ts';

/** What a status URL says. */
export interface PostUrl {
  readonly platform: 'x';
  readonly id: string;
  /** Without `@`; `null` if the URL names nobody, as in `/i/web/status/20`. */
  readonly handle: string | null;
}

const host = new RegExp(linkHost, 'gi');

/** Longer URLs are read no further. */
const longestUrl = 4000;

/**
 * Read a whole URL as the URL of a post: `twitter.com` and `x.com`, with `www.`, `mobile.` or `m.`, with or without
 * scheme, in all forms of their paths; the same on services that show posts of X; and whatever wraps such a URL: an
 * archive, a frame, an AMP cache, a parameter.
 *
 * @returns `null` if it is the URL of no post.
 */
export function parsePostUrl(url: string): PostUrl | null {
  const whole = url.trim();
  const groups = xLinks.statusUrl.exec(whole)?.groups;
  if (groups?.['id'] !== undefined) return { platform: 'x', id: groups['id'], handle: authorInUrl(groups['handle']) };
  if (whole.length > longestUrl || /\s/.test(whole)) return null;
  for (const match of whole.matchAll(host)) {
    const link = readStatusLink(whole, match.index + match[0].length);
    if (link !== null && link.range[0] === 0 && /^(?:[?#&/]|$)/.test(whole.slice(link.range[1]))) return link.post;
  }
  return null;
}
