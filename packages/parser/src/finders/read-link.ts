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

/** Of the hosts of links only those of short links begin with `p`, and only `t.co` has but one letter before its dot. */
function isShortHost(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start) | 0x20;
  if (first === 0x74) return end - start === 't.co/'.length || !/[a-z]/i.test(text.charAt(start + 1));
  return first === 0x70 && /^pic[^a-z]/i.test(text.slice(start, start + 4));
}
