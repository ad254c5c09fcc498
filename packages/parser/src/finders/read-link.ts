import { readShortLink } from './short-link.ts';
import { readStatusLink } from './status-link.ts';
import type { TextLink } from './text-link.ts';

/**
 * Read the link to a post at a host.
 *
 * @param start Where the host begins, or the end of it.
 * @param host As it stands, with the `/` behind it.
 */
export function readLink(text: string, start: number, host: string): TextLink | null {
  const isShort = /^(?:pic\.(?:twitter|x)\.com\/|t\.co)/i.test(host);
  return isShort ? readShortLink(text, start, start + host.length) : readStatusLink(text, start + host.length);
}
