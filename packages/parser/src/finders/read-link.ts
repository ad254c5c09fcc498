import { readStatusLink } from './post-url.ts';
import { readShortLink } from './short-link.ts';
import type { TextLink } from './text-link.ts';

/** The hosts of links to posts, wherever they stand. */
export const linkHost = '(?:pic\\.)?(?:twitter|x)\\.com/|t\\.co/';

/**
 * Read the link to a post at a host.
 *
 * @param start Where the host begins.
 * @param host As it stands, with the `/` behind it.
 */
export function readLink(text: string, start: number, host: string): TextLink | null {
  const isShort = /^(?:pic\.|t\.co)/i.test(host);
  return isShort ? readShortLink(text, start, start + host.length) : readStatusLink(text, start, start + host.length);
}
