import { readShortLink } from './short-link.ts';
import { readStatusLink } from './status-link.ts';
import type { TextLink } from './text-link.ts';

/**
 * Read the link to a post at a host.
 *
 * @param start Where the host begins, or the end of it, as `linkHost` finds it.
 * @param end Where it ends, behind its slash.
 */
export function readLink(text: string, start: number, end: number): TextLink | null {
  return isShortHost(text, start, end) ? readShortLink(text, start, end) : readStatusLink(text, end);
}

/** Of the hosts of links only those of short links begin with `p`, and only `t.co` is so short. */
function isShortHost(text: string, start: number, end: number): boolean {
  if (end - start === 't.co/'.length) return true;
  return (
    (text.charCodeAt(start) | 0x20) === 0x70 &&
    (text.charCodeAt(end - 2) | 0x20) === 0x6d &&
    text.charAt(end - 1) === '/'
  );
}
