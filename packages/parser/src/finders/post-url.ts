import { authorInUrl, linkHost, postPathWord, xLinks } from '../platforms/x.ts';
import { readStatusLink, type StatusLink } from './status-link.ts';

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
  const [, handle, id] = xLinks.statusUrl.exec(whole) ?? [];
  if (id !== undefined) return { platform: 'x', id, handle: authorInUrl(handle) };
  if (whole.length > longestUrl || /\s/.test(whole)) return null;
  for (const { range, post } of statusLinksIn(whole)) {
    if (range[0] === 0 && /^(?:[?#&/]|$)/.test(whole.slice(range[1]))) return post;
  }
  return null;
}

/** The first URL of a post that stands in what should have been one: some editors put more than it into an attribute. */
export function findPostUrl(text: string): PostUrl | null {
  for (const { post } of statusLinksIn(text.slice(0, longestUrl))) return post;
  return null;
}

const pathWord = new RegExp(postPathWord, 'i');

function* statusLinksIn(text: string): Generator<StatusLink> {
  if (!pathWord.test(text)) return;
  for (const match of text.matchAll(host)) {
    const link = readStatusLink(text, match.index + match[0].length);
    if (link !== null) yield link;
  }
}
