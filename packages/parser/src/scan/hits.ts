import { isLinkInMarkup } from '../finders/link-in-markup.ts';
import { textShortcodeNeedles, textShortcodeStart } from '../platforms/shortcodes.ts';
import { linkHost } from '../platforms/x.ts';

/** A place in UTF-8 where there may be a reference, in bytes. */
export interface Hit {
  readonly at: number;
  /** The finders look as far as a signature's body reaches, as far as a link does, as the markup that a link is in, or to a shortcode's end. */
  readonly kind: 'signature' | 'link' | 'markup' | 'shortcode';
}

/** What has to stand around some bytes for a reference to be there. */
interface Needle {
  readonly bytes: Buffer | number;
  readonly kind: Hit['kind'];
  readonly fits: (bytes: Buffer, at: number) => boolean;
}

/**
 * Every link has the slash behind its host, as it is or escaped in one of these ways, every signature has its `(@`, and
 * every shortcode without a link its bracket and a letter.
 * They are looked for one after the other: all of them are rare in prose, and to look for bytes that are rare is as fast
 * as to read memory.
 */
const needles: readonly Needle[] = [
  { bytes: 0x2f, kind: 'link', fits: isBehindHost },
  { bytes: Buffer.from('%2'), kind: 'link', fits: isInLinkHost },
  { bytes: Buffer.from(String.raw`\u00`), kind: 'link', fits: isInLinkHost },
  { bytes: Buffer.from('&#'), kind: 'link', fits: isInLinkHost },
  { bytes: Buffer.from('(@'), kind: 'signature', fits: isBeforeHandle },
  ...textShortcodeNeedles.map((needle) => ({
    bytes: Buffer.from(needle),
    kind: 'shortcode' as const,
    fits: isShortcodeStart,
  })),
];

/**
 * All places in the bytes at which a finder can find something, in order. Some of them are none; but none is left out.
 */
export function findHits(bytes: Buffer): readonly Hit[] {
  const hits: Hit[] = [];
  let sorted = true;
  for (const { bytes: needle, kind, fits } of needles) {
    const before = hits.length;
    for (let at = bytes.indexOf(needle); at !== -1; at = bytes.indexOf(needle, at + 1)) {
      if (fits(bytes, at)) hits.push({ at, kind: kind === 'link' && isInMarkup(bytes, at) ? 'markup' : kind });
    }
    sorted &&= before === 0 || before === hits.length;
  }
  return sorted ? hits : hits.sort((one, other) => one.at - other.at);
}

const host = new RegExp(linkHost, 'i');

/** Before a slash, the longest host, and behind it, what tells some hosts' paths from others. */
const longestHost = 130;
const pathStart = 20;

/** Whether a slash stands behind the host of a link. Most stand in paths, dates and the like: behind a word without a dot. */
export function isBehindHost(bytes: Buffer, at: number): boolean {
  let start = at;
  while (bytes[start - 1] === backslash) start -= 1;
  let dotted = false;
  for (; start > 0 && isHostByte(bytes[start - 1] ?? 0); start -= 1) dotted ||= bytes[start - 1] === dot;
  if (!dotted || (!hasCode(bytes, at + 1) && shortHost.test(bytes.toString('latin1', start, at)))) return false;
  return isInLinkHost(bytes, at);
}

/** The hosts of links that are nothing without a code behind the slash: in no time, a million of them are none. */
const shortHost = /(?:t\.co|pic\.(?:twitter|x)\.com)\\{0,3}$/i;
const shortestCode = 7;

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

/** The longest beginning of a shortcode that tells it from other text. */
const longestShortcodeStart = 24;

function isShortcodeStart(bytes: Buffer, at: number): boolean {
  textShortcodeStart.lastIndex = 0;
  return textShortcodeStart.test(bytes.toString('latin1', at, at + longestShortcodeStart));
}

function isInMarkup(bytes: Buffer, at: number): boolean {
  const before = bytes.toString('latin1', Math.max(0, at - longestHost), at);
  return isLinkInMarkup(before, before.length);
}

const dot = 0x2e;
const backslash = 0x5c;

/** A letter, a digit, `-` or `.`. */
function isHostByte(byte: number): boolean {
  const letter = byte | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === dot;
}

/** A handle of X has up to 15 characters and once had 20; those of other platforms have dots and a second `@`. */
const handle = /^[\w.@-]{1,100}\)/;
const longestHandle = 101;

function isBeforeHandle(bytes: Buffer, at: number): boolean {
  const first = bytes[at + 2] ?? 0;
  return (
    (first === underscore || isHostByte(first)) && handle.test(bytes.toString('latin1', at + 2, at + 2 + longestHandle))
  );
}

const underscore = 0x5f;
