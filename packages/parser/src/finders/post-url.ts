import { authorInUrl, xLinks } from '../platforms/x.ts';
import type { TextLink } from './text-link.ts';

/** What a status URL says. */
export interface PostUrl {
  readonly platform: 'x';
  readonly id: string;
  /** Without `@`; `null` if the URL names nobody, as in `/i/web/status/20`. */
  readonly handle: string | null;
}

/** The beginning of a URL, as it may stand before its host's last two labels. */
const head = /(?:https?:\/\/|\/\/)?(?:www\.|mobile\.|m\.)?$/i;
const longestHead = 'https://mobile.'.length;

/** Before a URL without scheme: a character that would make it a part of something longer. */
const joined = /[A-Za-z0-9_.@-]/;

/** In a query, what does not belong to it: escaped markup, and the link that a flattener glued to it. */
const foreign = /&(?:quot|lt|gt|nbsp|#)|https?:\/\/|pic\.(?:twitter|x)\.com\//i;

/**
 * Read a whole URL as the URL of a post: `twitter.com` and `x.com`, with `www.`, `mobile.` or `m.`, with or without
 * scheme, in all forms of their paths.
 *
 * @returns `null` if it is the URL of no post.
 */
export function parsePostUrl(url: string): PostUrl | null {
  const groups = xLinks.statusUrl.exec(url.trim())?.groups;
  return groups?.['id'] === undefined
    ? null
    : { platform: 'x', id: groups['id'], handle: authorInUrl(groups['handle']) };
}

/**
 * Read the status URL around a host.
 *
 * @param hostStart Where `twitter.com/` or `x.com/` begins.
 * @param pathStart Where it ends.
 */
export function readStatusLink(text: string, hostStart: number, pathStart: number): TextLink | null {
  const before = text.slice(Math.max(0, hostStart - longestHead), hostStart);
  const start = hostStart - (head.exec(before)?.[0].length ?? 0);
  const scheme = /^(?:https?:)?\/\//i.exec(text.slice(start, hostStart))?.[0] ?? '';
  if (scheme === '' && joined.test(text.charAt(start - 1))) return null;

  xLinks.statusTail.lastIndex = pathStart;
  const match = xLinks.statusTail.exec(text)?.[0];
  if (match === undefined) return null;
  const tail = (match.split(foreign, 1)[0] ?? '').replace(/[!'*,.:;?]{1,9}$/, '');
  const end = pathStart + tail.length;
  const written = text.slice(start, end).replaceAll('&amp;', '&');
  return {
    range: [start, end],
    url: scheme.length > 2 ? written : `https://${written.slice(scheme.length)}`,
  };
}
