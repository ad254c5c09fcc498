import { characterStart } from './character-start.ts';
import type { Hit } from './hits.ts';

/** A stretch of bytes that has all that the finders look at around the hits in it. */
export interface Window {
  readonly from: number;
  readonly to: number;
  /** Which hits are in it: the first, and the one behind the last. */
  readonly firstHit: number;
  readonly endHit: number;
}

/**
 * How far the finders look to the left of `(@`, in UTF-16 units: a name of 160, a body of 1,600, and white space between.
 * White space beyond that is looked for, up to 18 KiB.
 */
const unitsBeforeSignature = 2048;

/** A unit takes three bytes at most. */
const longestUnit = 3;

/** How far they look to the right: a date, and how the next paragraph begins. */
const bytesAfterSignature = 1024;

/** How far they look around a link: over all that is not white space, and a little further. */
const bytesAroundLink = 96;
const longestLink = 6144;

/** How far they look around a link in markup: an element of 4,096 units, of which 1,024 may be behind it. */
const unitsBeforeMarkup = 4096;
const bytesAfterMarkup = 1024 * longestUnit;

/** The longest shortcode has 2,000 units. */
const bytesOfShortcode = 2048 * longestUnit;

/** A run of white space that is twice as long is met at two places that far from each other. */
const stride = 64;

/** A window that goes back so far needs no look to its left for hits that are added to it. */
const wideEnough = 4 * unitsBeforeSignature * longestUnit;

/**
 * Put windows around hits, which must be in order, and join those that touch. The cost is linear in all they span.
 *
 * @param countUnits Tells how many UTF-16 units the bytes between two places are.
 */
export function openWindows(bytes: Buffer, hits: readonly Hit[], countUnits: CountUnits): readonly Window[] {
  const windows: Writable[] = [];
  for (const [index, { at, kind }] of hits.entries()) {
    const last = windows.at(-1);
    const reach = last?.to ?? 0;
    const to = farthest(bytes, at, kind, reach);
    const end = to >= bytes.length ? bytes.length : characterStart(bytes, to);
    if (last !== undefined && last.to >= at && last.from <= at - wideEnough) {
      last.to = Math.max(last.to, end);
      last.endHit = index + 1;
    } else {
      const from = characterStart(bytes, earliest(bytes, at, kind, reach, countUnits));
      add(windows, { from, to: end, firstHit: index, endHit: index + 1 });
    }
  }
  return windows;
}

type CountUnits = (from: number, to: number) => number;
type Writable = { -readonly [Key in keyof Window]: Window[Key] };

function earliest(bytes: Buffer, at: number, kind: Hit['kind'], reach: number, countUnits: CountUnits): number {
  switch (kind) {
    case 'signature':
      return beforeSignature(bytes, at, countUnits);
    case 'markup':
      return Math.min(goBack(bytes, at, unitsBeforeMarkup, countUnits), beforeLink(bytes, at, reach));
    case 'link':
      return beforeLink(bytes, at, reach);
    case 'shortcode':
      return at;
  }
}

function farthest(bytes: Buffer, at: number, kind: Hit['kind'], reach: number): number {
  switch (kind) {
    case 'signature':
      return at + bytesAfterSignature;
    case 'markup':
      return Math.max(at + bytesAfterMarkup, afterLink(bytes, at, reach));
    case 'link':
      return afterLink(bytes, at, reach);
    case 'shortcode':
      return at + bytesOfShortcode;
  }
}

/** A signature reaches further back than a link before it: it may swallow several windows. */
function add(windows: Writable[], window: Writable): void {
  for (let last = windows.at(-1); last !== undefined && last.to >= window.from; last = windows.at(-1)) {
    window.from = Math.min(window.from, last.from);
    window.to = Math.max(window.to, last.to);
    window.firstHit = last.firstHit;
    windows.pop();
  }
  windows.push(window);
}

function beforeSignature(bytes: Buffer, at: number, countUnits: CountUnits): number {
  const from = goBack(bytes, at, unitsBeforeSignature, countUnits);
  return hasLongSpace(bytes, from, at) ? skipSpaces(bytes, from, at) : from;
}

/** A place with so many units between it and `at`, or a few more. What is nearest tells most of their lengths. */
function goBack(bytes: Buffer, at: number, units: number, countUnits: CountUnits): number {
  const near = characterStart(bytes, Math.max(0, at - units));
  const missing = units - countUnits(near, at);
  return Math.max(0, near - Math.max(0, missing) * longestUnit);
}

function hasLongSpace(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at + stride < to; at += stride) {
    if (isSpace(bytes[at]) && isSpace(bytes[at + stride]) && bytes.subarray(at, at + stride).every(isSpace))
      return true;
  }
  return false;
}

/** White space counts for nothing: go back until there is as much else as there would be without it. */
function skipSpaces(bytes: Buffer, from: number, to: number): number {
  const least = Math.max(0, to - wideEnough);
  let rest = to - from;
  let at = to;
  while (at > least && rest > 0) {
    at -= 1;
    if (!isSpace(bytes[at])) rest -= 1;
  }
  return at;
}

/** @param reach Where the window before ends: back to there is far enough. */
function beforeLink(bytes: Buffer, at: number, reach: number): number {
  const least = Math.max(reach, at - longestLink);
  let from = Math.max(0, at - bytesAroundLink);
  while (from > least && !isSpace(bytes[from])) from -= 1;
  return from;
}

/** @param reach Where the window before ends: up to there all is in it. */
function afterLink(bytes: Buffer, at: number, reach: number): number {
  const most = Math.min(bytes.length, at + longestLink);
  let to = Math.min(bytes.length, Math.max(reach, at + bytesAroundLink));
  while (to < most && !isSpace(bytes[to])) to += 1;
  return to;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);
}
