import { xLinks } from '../platforms/x.ts';
import type { TextLink } from './text-link.ts';

/** What a short link says. */
export interface ShortLink {
  /** As in `fj2coK1xR1`. `pic.twitter.com/CODE` leads where `t.co/CODE` leads. */
  readonly code: string;
  /** Canonical: `https`, the host as it stood, no query. */
  readonly url: string;
}

const scheme = /(?:h(?:tt|xx)ps?(?::|\[:\]|%(?:25){0,3}3A))?(?:\\{0,3}\/){2}$/i;
const escapedScheme = /(?:https?(?::|%(?:25){0,3}3A|\\{1,3}u003a))?(?:%(?:25){0,3}2F|\\{1,3}u002f|&#(?:x2f|47);){2}$/i;
/** Each of three signs encoded four times. */
const longestScheme = 40;

/** Before a bare `t.co/`: a character that would make it a part of something longer. */
const joined = /[A-Za-z0-9_.@/-]/;

/**
 * Read a whole URL as a short link of X: `t.co`, `pic.twitter.com`, `pic.x.com`, with or without scheme.
 *
 * @returns `null` if it is none.
 */
export function parseShortLink(url: string): ShortLink | null {
  const [, host, code] = xLinks.shortUrl.exec(url.trim()) ?? [];
  return host === undefined || code === undefined ? null : toShortLink(host, code);
}

/**
 * Read the short link at a host.
 *
 * @param hostStart Where `t.co/`, `pic.twitter.com/` or `pic.x.com/` begins.
 * @param pathStart Where it ends.
 */
export function readShortLink(text: string, hostStart: number, pathStart: number): TextLink | null {
  const start = schemeStart(text, hostStart);
  const host = nameOf(text.slice(hostStart, pathStart));
  // Flatteners glue a picture's link to the word before it; no other host ends like it. `t.co` ends many.
  if (start === hostStart && host === 't.co' && joined.test(text.charAt(start - 1))) return null;

  xLinks.shortTail.lastIndex = pathStart;
  const match = xLinks.shortTail.exec(text);
  const code = match?.[1];
  if (match === null || code === undefined) return null;
  return { range: [start, pathStart + match[0].length], url: toShortLink(host, code).url, post: null };
}

/** The host of short links that is written there, in whatever way: it may be escaped, or made harmless. */
function nameOf(written: string): string {
  if (!/^pic/i.test(written)) return 't.co';
  return /twitter/i.test(written) ? 'pic.twitter.com' : 'pic.x.com';
}

/** Where the scheme of a host begins, or the host if it has none. */
function schemeStart(text: string, hostStart: number): number {
  const end = text.charAt(hostStart - 1);
  if (!/[/Ff;]/.test(end)) return hostStart;
  const before = text.slice(Math.max(0, hostStart - longestScheme), hostStart);
  return hostStart - ((end === '/' ? scheme : escapedScheme).exec(before)?.[0].length ?? 0);
}

function toShortLink(host: string, code: string): ShortLink {
  return { code, url: `https://${host.toLowerCase()}/${code}` };
}
