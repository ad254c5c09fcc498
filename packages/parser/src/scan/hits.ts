import { isLinkInMarkup } from '../finders/link-in-markup.ts';
import { textShortcodeStart } from '../platforms/shortcodes.ts';
import { linkHost } from '../platforms/x.ts';
import { dotWord, type Needle, needles, shortestCode, shortHosts } from './needles.ts';

/** A place in UTF-8 where there may be a reference. */
export interface Hit {
  /** The byte at which the finders look for it: that of a trigger. */
  readonly at: number;
  /** The finders look as far as a signature's body reaches, as far as a link does, as the markup that a link is in, or to a shortcode's end. */
  readonly kind: 'signature' | 'link' | 'markup' | 'shortcode';
}

/** By their first bytes. */
const kinds: ReadonlyMap<number | undefined, Needle['kind']> = new Map(
  needles.map(({ first, kind }) => [first.charCodeAt(0), kind]),
);

/**
 * What a finder can find something at, if a needle, or something that looks like it, stands there. Some of them are
 * nothing; but none is left out.
 */
export function readHit(bytes: Buffer, at: number): Hit | null {
  const kind = kinds.get(bytes[at]);
  switch (kind) {
    case undefined:
      return null;
    case 'signature':
      return isBeforeHandle(bytes, at) ? { at, kind } : null;
    case 'shortcode':
      return isShortcodeStart(bytes, at) ? { at, kind } : readDotWord(bytes, at);
    case 'link': {
      const fits = bytes[at] === slash ? isBehindHost(bytes, at) : isInLinkHost(bytes, at);
      if (!fits) return null;
      return { at: bytes[at] === backslash ? at + 1 : at, kind: isInMarkup(bytes, at) ? 'markup' : kind };
    }
  }
}

const host = new RegExp(linkHost, 'i');

/** Before a slash, the longest host, and behind it, what tells some hosts' paths from others. */
const longestHost = 130;
const pathStart = 20;

/** Whether a slash stands behind the host of a link. Most stand in paths, dates and the like: behind a word without a dot. */
function isBehindHost(bytes: Buffer, at: number): boolean {
  let start = at;
  while (bytes[start - 1] === backslash) start -= 1;
  const end = start;
  if (!hasCode(bytes, at + 1) && endsInName(bytes, 0, end, codedHosts)) return false;
  let dotted = false;
  for (; start > 0 && isHostByte(bytes[start - 1] ?? 0); start -= 1) dotted ||= bytes[start - 1] === dot;
  if (dotted && endsInName(bytes, start, end, commonHosts)) return true;
  if (!dotted && !aroundDots.has(bytes[start - 1] ?? 0)) return false;
  const from = dotted ? Math.max(start, at - longestHost) : Math.max(0, at - longestHost);
  return host.test(bytes.toString('latin1', from, at + pathStart));
}

/** What stands between the last dot of a host and its slash where there is a port, or where the dot is in brackets. */
const aroundDots: ReadonlySet<number> = new Set(Buffer.from(':])}'));

const codedHosts = shortHosts.map((name) => Buffer.from(name));

/** The hosts of most links. All others are told by a pattern, which takes longer. */
const commonHosts = ['t.co', 'twitter.com', 'x.com'].map((name) => Buffer.from(name));

/** Whether a host that begins and ends there is one of these, or has one at its end. */
function endsInName(bytes: Buffer, start: number, end: number, names: readonly Buffer[]): boolean {
  for (const name of names) {
    if (end - name.length >= start && hasName(bytes, end - name.length, name)) return true;
  }
  return false;
}

function hasName(bytes: Buffer, at: number, name: Buffer): boolean {
  for (let index = name.length - 1; index >= 0; index -= 1) {
    const byte = bytes[at + index] ?? 0;
    if (byte !== name[index] && (byte | 0x20) !== name[index]) return false;
  }
  return true;
}

function hasCode(bytes: Buffer, from: number): boolean {
  for (let at = from; at < from + shortestCode; at += 1) {
    const byte = bytes[at] ?? 0;
    if (!isHostByte(byte) || byte === dot) return false;
  }
  return true;
}

function isInLinkHost(bytes: Buffer, at: number): boolean {
  return host.test(bytes.toString('latin1', Math.max(0, at - longestHost), at + pathStart));
}

const dotWordBytes = Buffer.from(dotWord);

/** Where the host ends whose dot is a word, or `null` if there is none. */
function readDotWord(bytes: Buffer, at: number): Hit | null {
  if (!hasName(bytes, at, dotWordBytes)) return null;
  let end = at + dotWord.length;
  while (isHostByte(bytes[end] ?? 0) && end - at < longestHost) end += 1;
  return bytes[end] === slash && isInLinkHost(bytes, end) ? { at: end, kind: 'link' } : null;
}

/** The longest beginning of a shortcode that tells it from other text. */
const longestShortcodeStart = 24;

function isShortcodeStart(bytes: Buffer, at: number): boolean {
  textShortcodeStart.lastIndex = 0;
  return textShortcodeStart.test(bytes.toString('latin1', at, at + longestShortcodeStart));
}

function isInMarkup(bytes: Buffer, at: number): boolean {
  if (!isBehindEquals(bytes, at)) return false;
  const before = bytes.toString('latin1', Math.max(0, at - longestHost), at);
  return isLinkInMarkup(before, before.length);
}

/** Whether `=`, or a `d` that may be the end of its escape, stands before a place as near as in markup: few links have one there. */
function isBehindEquals(bytes: Buffer, at: number): boolean {
  const least = Math.max(0, at - longestHost);
  let before = at - 1;
  for (; before >= least && !isSpace(bytes[before] ?? 0); before -= 1) {
    if (bytes[before] === equals || isEscapeEnd(bytes, before)) return true;
  }
  while (before >= least && isSpace(bytes[before] ?? 0)) before -= 1;
  return bytes[before] === equals || isEscapeEnd(bytes, before);
}

/** Whether `3d` ends there, as in `\\u003d`. */
function isEscapeEnd(bytes: Buffer, at: number): boolean {
  return ((bytes[at] ?? 0) | 0x20) === 0x64 && bytes[at - 1] === 0x33;
}

/** What `\s` takes for white space where each byte is a character. */
function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0xa0;
}

const equals = 0x3d;
const slash = 0x2f;
const dot = 0x2e;
const backslash = 0x5c;

/** A letter, a digit, `-` or `.`. */
function isHostByte(byte: number): boolean {
  const letter = byte | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === dot;
}

/** A handle of X has up to 15 characters and once had 20; those of other platforms have dots and a second `@`. */
const handle = /^[\w.@\\-]{1,100}\)/;
const longestHandle = 101;

function isBeforeHandle(bytes: Buffer, at: number): boolean {
  const first = bytes[at + 2] ?? 0;
  return (
    (first === underscore || first === backslash || isHostByte(first)) &&
    handle.test(bytes.toString('latin1', at + 2, at + 2 + longestHandle))
  );
}

const underscore = 0x5f;
