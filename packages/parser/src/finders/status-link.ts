import { authorInUrl, brokenStatusHead, escapedStatusHead, idHost, statusHead, xLinks } from '../platforms/x.ts';
import type { PostUrl } from './post-url.ts';
import type { TextLink } from './text-link.ts';
import { wrapperStart } from './url-wrapper.ts';

/** A link to a post, and which. */
export interface StatusLink extends TextLink {
  readonly post: PostUrl;
}

/** How a host ends whose dot is in brackets, of whatever kind. */
const brokenEnd = /^[\])}]com\/$/i;
const brokenEndLength = ']com/'.length;

/** What may stand before the end of a host. */
const longestHead = 100;

/** Before a URL without scheme: a character that would make it a part of something longer. */
const joined = /[A-Za-z0-9_.@%\\-]/;

/** In a query, what does not belong to it: escaped markup, and the link that a flattener glued to it. */
const foreign = /&(?:quot|lt|gt|nbsp|#)|https?:\/\/|pic\.(?:twitter|x)\.com\//i;

const markup = /&(?:quot|lt|gt|nbsp);/i;

/**
 * Read the status URL around a host, with the URL that it is wrapped in.
 *
 * @param pathStart Where the host ends, its slash included.
 */
export function readStatusLink(text: string, pathStart: number): StatusLink | null {
  const before = text.slice(Math.max(0, pathStart - longestHead), pathStart);
  const link = before.endsWith('/') ? (readPlain(text, pathStart, before) ?? readById(text, pathStart, before)) : null;
  const found =
    link ??
    readEscaped(text, pathStart, before, escapedStatusHead, xLinks.escapedStatusTail) ??
    (brokenEnd.test(before.slice(-brokenEndLength))
      ? readEscaped(text, pathStart, before, brokenStatusHead, xLinks.statusTail)
      : null);
  if (found === null) return null;
  const start = wrapperStart(text, found.range[0]);
  if (start === found.range[0]) return found;
  const end = found.range[1];
  return { ...found, range: [start, end], wrapper: text.slice(start, end).replaceAll('&amp;', '&') };
}

function readPlain(text: string, pathStart: number, before: string): StatusLink | null {
  const head = statusHead.exec(before.slice(earliestHead(before)))?.[0];
  if (head === undefined) return null;
  const start = pathStart - head.length;
  const scheme = /^(?:h(?:tt|xx)ps?(?::|%3A))?\/{1,2}/i.exec(head)?.[0] ?? '';
  if (scheme === '' && joined.test(text.charAt(start - 1))) return null;

  xLinks.statusTail.lastIndex = pathStart;
  const match = xLinks.statusTail.exec(text);
  if (match === null) return null;
  const tail = trimTail(match[0], foreign);
  const end = pathStart + tail.length;
  const written = text.slice(start, end).replaceAll('&amp;', '&').replaceAll('\\', '');
  return {
    range: [start, end],
    url: scheme === 'https://' || /^https?:\/\/$/i.test(scheme) ? written : `https://${written.slice(scheme.length)}`,
    post: toPostUrl(match[1], match[2]),
  };
}

const longestScheme = 'https%3A//'.length;
const portEnd = /:\d{2,3}\/$/;

/** Where a host that ends at the end of a text, and its scheme, can begin. To look for them from further away takes most of the time. */
function earliestHead(before: string): number {
  const port = isDigit(before.charCodeAt(before.length - 2)) ? portEnd.exec(before)?.[0] : undefined;
  let start = before.length - (port?.length ?? 1);
  while (start > 0 && isHostUnit(before.charCodeAt(start - 1))) start -= 1;
  return Math.max(0, start - longestScheme);
}

function readById(text: string, pathStart: number, before: string): StatusLink | null {
  const head = idHost.exec(before)?.[0];
  xLinks.idTail.lastIndex = pathStart;
  const match = head === undefined ? null : xLinks.idTail.exec(text);
  if (head === undefined || match === null) return null;
  const start = pathStart - head.length;
  const tail = trimTail(match[0], foreign);
  const url = (head + tail).replaceAll('&amp;', '&');
  const post = toPostUrl(undefined, match[1]);
  return { range: [start, pathStart + tail.length], url: url.startsWith('//') ? `https:${url}` : url, post };
}

/** Its canonical form is given: the written one would lead nowhere. */
function readEscaped(
  text: string,
  pathStart: number,
  before: string,
  headPattern: RegExp,
  tailPattern: RegExp,
): StatusLink | null {
  const head = headPattern.exec(before)?.[0];
  if (head === undefined) return null;
  const start = pathStart - head.length;
  if (/^[a-z]/i.test(head) && !/^h(?:tt|xx)p/i.test(head) && joined.test(text.charAt(start - 1))) return null;
  tailPattern.lastIndex = pathStart;
  const match = tailPattern.exec(text);
  if (match === null) return null;
  const post = toPostUrl(match[1], match[2]);
  const tail = trimTail(match[0], markup);
  const host = /twitter/i.test(head) ? 'twitter.com' : 'x.com';
  const url = `https://${host}/${post.handle ?? 'i'}/status/${post.id}`;
  return { range: [start, pathStart + tail.length], url, post };
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isHostUnit(unit: number): boolean {
  const letter = unit | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || isDigit(unit) || unit === 0x2d || unit === 0x2e || unit === 0x5f;
}

/** What ends a sentence, or escapes what does, and so many of them. */
const marks = "!'*,.:;?\\";
const mostMarks = 9;

/** The end of a URL without what was glued to it, and without the marks of the sentence that it stands in. */
function trimTail(written: string, glued: RegExp): string {
  const cut = written.search(glued);
  const tail = cut === -1 ? written : written.slice(0, cut);
  let end = tail.length;
  while (end > 0 && tail.length - end < mostMarks && marks.includes(tail.charAt(end - 1))) end -= 1;
  return tail.slice(0, end);
}

function toPostUrl(handle: string | undefined, id: string | undefined): PostUrl {
  return { platform: 'x', id: id ?? '', handle: authorInUrl(handle) };
}
