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

/** What shortcodes begin with: few bytes, each rarer than what stands behind it. */
const shortcodeBytes = [...new Set(textShortcodeNeedles.map((needle) => needle.charCodeAt(0)))];

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
  ...shortcodeBytes.map((bytes) => ({ bytes, kind: 'shortcode' as const, fits: isShortcodeStart })),
];

/**
 * All places in the bytes at which a finder can find something, in order. Some of them are none; but none is left out.
 */
export function findHits(bytes: Buffer): readonly Hit[] {
  const hits: Hit[] = [];
  let sorted = true;
  for (const { bytes: needle, kind, fits } of needles) {
    const before = hits.length;
    let last = -dense;
    for (let at = bytes.indexOf(needle); at !== -1;) {
      if (fits(bytes, at)) hits.push({ at, kind: kind === 'link' && isInMarkup(bytes, at) ? 'markup' : kind });
      const next = at - last > dense ? bytes.indexOf(needle, at + 1) : nextNear(bytes, needle, at);
      last = at;
      at = next;
    }
    sorted &&= before === 0 || before === hits.length;
  }
  return sorted ? hits : hits.sort((one, other) => one.at - other.at);
}

/** Nearer to each other than this, needles are found sooner by a look at every byte than by calls that look further. */
const dense = 32;

/** Where a needle stands next that has stood nearby before. */
function nextNear(bytes: Buffer, needle: Buffer | number, at: number): number {
  const first = typeof needle === 'number' ? needle : needle[0];
  const second = typeof needle === 'number' ? null : needle[1];
  const end = Math.min(bytes.length, at + 1 + dense);
  for (let next = at + 1; next < end; next += 1) {
    if (bytes[next] !== first || (second !== null && bytes[next + 1] !== second)) continue;
    // Longer needles have to be looked for in full.
    return typeof needle === 'number' || needle.length === 2 ? next : bytes.indexOf(needle, next);
  }
  return bytes.indexOf(needle, end);
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
  let dotted = false;
  for (; start > 0 && isHostByte(bytes[start - 1] ?? 0); start -= 1) dotted ||= bytes[start - 1] === dot;
  if (!dotted || (!hasCode(bytes, at + 1) && isShortHost(bytes, start, end))) return false;
  return host.test(bytes.toString('latin1', Math.max(start, at - longestHost), at + pathStart));
}

/** The hosts of links that are nothing without a code behind the slash: in no time, a million of them are none. */
const shortHosts = ['t.co', 'pic.twitter.com', 'pic.x.com'].map((name) => Buffer.from(name));

/** Whether a host that begins and ends there is one of {@link shortHosts}, or has one at its end. */
function isShortHost(bytes: Buffer, start: number, end: number): boolean {
  for (const name of shortHosts) {
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

const shortcodeSeconds: ReadonlySet<number | undefined> = new Set(
  textShortcodeNeedles.map((needle) => needle.charCodeAt(1)),
);

/** The longest beginning of a shortcode that tells it from other text. */
const longestShortcodeStart = 24;

function isShortcodeStart(bytes: Buffer, at: number): boolean {
  if (!shortcodeSeconds.has(bytes[at + 1])) return false;
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
