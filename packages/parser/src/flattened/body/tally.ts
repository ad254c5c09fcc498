import { isCapital, isDigit, isEmoji, isSpace, isWordUnit, latin, scriptOf, scripts } from './letters.ts';
import { shortestEcho } from './echoes.ts';
import {
  columnsOf,
  emptyHash,
  hashUnit,
  languageCount,
  longestWord,
  wordColumns,
  type WordKind,
  wordKinds,
} from './words.ts';

const firstWord = scripts.length;
const firstSign = firstWord + wordColumns;

const signs = [
  'weight',
  'words',
  'capitals',
  'shouts',
  'tags',
  'mentions',
  'links',
  'emoji',
  'digits',
  'ends',
  'straight',
  'doubles',
  'curly',
  'exclamations',
  'author',
] as const;

type Column = 'scripts' | 'languages' | WordKind | (typeof signs)[number];

/** What is counted in a stretch of text, and in which column. */
export const column: Readonly<Record<Column, number>> = {
  /** The first of the scripts, of the languages, and of the kinds of words. */
  scripts: 0,
  languages: firstWord,
  ...numberFrom(wordKinds, firstWord + languageCount),
  ...numberFrom(signs, firstSign),
};

/** Brackets and quotation marks that come in pairs. Of each there is how many more open than close, and the least of that. */
const pairs = '()[]“”«»「」';
const firstPair = firstSign + signs.length;
const pairCount = pairs.length / 2;

/** How many columns there are. */
export const columnCount: number = firstPair + 2 * pairCount;

/** The words of an author's name. */
export interface AuthorWords {
  readonly hashes: readonly number[];
  /** One bit for the last five bits of each, so that most other words are passed over at once. */
  readonly some: number;
  /** The hash of the handle. */
  readonly mention: number;
}

/** What X counts for a link, however long. */
const linkWeight = 23;
const link = /[!#$%&'*+,./0-9:;=?@A-Z_a-z~-]{1,2000}/y;

function numberFrom<Name extends string>(names: readonly Name[], first: number): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, index) => [name, first + index])) as Record<Name, number>;
}

/**
 * Count what there is in `[from, to)`, in one pass.
 *
 * @param wide What a wide character weighs.
 * @param counts Where to put it, from `row` on: {@link columnCount} numbers that are 0.
 * @param onWord Called with the hash of each word that is long enough to be about something, tags and mentions included.
 */
export function tally(
  text: string,
  from: number,
  to: number,
  wide: number,
  author: AuthorWords,
  counts: Int32Array,
  row: number,
  onWord: (hash: number) => void = ignore,
): void {
  let weight = 0;
  let words = 0;
  let capitals = 0;
  let latinLetters = 0;
  let at = from;
  while (at < to) {
    const unit = text.charCodeAt(at);
    const script = scriptOf(unit);
    if (script >= 0) {
      const start = at;
      let hash = hashUnit(emptyHash, unit);
      let large = unit < 0x61 ? 1 : 0;
      at += 1;
      let next = at < to ? text.charCodeAt(at) : 0;
      const lastLetter = script === latin ? 0x7a : 0;
      for (;;) {
        // As hashUnit does: most units are letters of ASCII.
        for (let folded = next | 0x20; folded >= 0x61 && folded <= lastLetter; folded = next | 0x20) {
          hash = (Math.imul(hash, 31) + folded) | 0;
          large += (next >> 5) ^ 3;
          at += 1;
          next = at < to ? text.charCodeAt(at) : 0;
        }
        if (next < 0x80 || scriptOf(next) !== script) break;
        hash = hashUnit(hash, next);
        at += 1;
        next = at < to ? text.charCodeAt(at) : 0;
      }
      const length = at - start;
      weight += unit <= 0x10ff ? length : length * wide;
      const linked = next === 0x3a || next === 0x2e ? linkStart(text, at, next, start) : -1;
      if (linked >= 0) {
        link.lastIndex = at;
        const end = Math.min(to, link.test(text) ? link.lastIndex : at);
        weight += linkWeight - (at - linked);
        at = end;
        add(counts, row + column.links);
        continue;
      }
      words += 1;
      if (script === latin) latinLetters += length;
      else counts[row + script] = (counts[row + script] ?? 0) + length;
      if (isCapital(unit)) capitals += 1;
      if (large > 2 && large === length) add(counts, row + column.shouts);
      if (length <= longestWord) {
        for (let bits = columnsOf(hash); bits !== 0; bits &= bits - 1)
          add(counts, row + firstWord + 31 - Math.clz32(bits & -bits));
      }
      if (length >= shortestEcho) onWord(hash);
      if (((author.some >>> (hash & 31)) & 1) === 1 && author.hashes.includes(hash)) add(counts, row + column.author);
      // Most words have a space behind them: to find that out in the next round takes longer.
      if (next === 0x20) {
        at = skipSpace(text, at + 1, to);
        weight += 1;
      }
    } else if (unit === 0x20 || isSpace(unit)) {
      at = skipSpace(text, at + 1, to);
      weight += 1;
    } else if ((unit === 0x23 || unit === 0x40) && at + 1 < to && opensTag(unit, text.charCodeAt(at + 1))) {
      add(counts, row + (unit === 0x23 ? column.tags : column.mentions));
      weight += 1;
      at += 1;
      const start = at;
      let hash = emptyHash;
      for (let next = text.charCodeAt(at); at < to && isTagged(next); next = text.charCodeAt(at)) {
        hash = hashUnit(hash, next);
        weight += next <= 0x10ff ? 1 : wide;
        at += 1;
      }
      if (at - start >= shortestEcho) onWord(hash);
      if (hash === author.mention && unit === 0x40) add(counts, row + column.author);
    } else {
      weight += isLight(unit) ? 1 : wide;
      countSign(text, at, unit, counts, row);
      at += unit >= 0xd800 && unit <= 0xdbff ? 2 : 1;
    }
  }
  counts[row + column.weight] = (counts[row + column.weight] ?? 0) + weight;
  counts[row + column.words] = (counts[row + column.words] ?? 0) + words;
  counts[row + column.capitals] = (counts[row + column.capitals] ?? 0) + capitals;
  counts[row + latin] = (counts[row + latin] ?? 0) + latinLetters;
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function ignore(): void {
  // Words are heard only where they are asked for.
}

function add(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function countSign(text: string, at: number, unit: number, counts: Int32Array, row: number): void {
  const sign = signOf(unit, text.charCodeAt(at + 1));
  if (sign >= 0) add(counts, row + sign);
  if (unit === 0x22) add(counts, row + column.doubles);
  if (unit < 0x80 && unit !== 0x28 && unit !== 0x29 && unit !== 0x5b && unit !== 0x5d) return;
  const pair = pairs.indexOf(text.charAt(at));
  if (pair >= 0) addPair(counts, row + firstPair + (pair >> 1), pair % 2 === 0 ? 1 : -1);
}

/** Add what was counted in front of something to what was counted in that, in place. */
export function prepend(counts: Int32Array, front: number, rest: number): void {
  for (let at = 0; at < firstPair + pairCount; at += 1) {
    if (at >= firstPair) {
      const least = at + pairCount;
      const inRest = (counts[front + at] ?? 0) + (counts[rest + least] ?? 0);
      counts[front + least] = Math.min(counts[front + least] ?? 0, inRest);
    }
    counts[front + at] = (counts[front + at] ?? 0) + (counts[rest + at] ?? 0);
  }
}

/** Whether a bracket or a quotation mark closes that was not opened, in what `prepend` has put together. */
export function closesUnopened(counts: Int32Array, row: number): boolean {
  for (let pair = 0; pair < pairCount; pair += 1)
    if ((counts[row + firstPair + pairCount + pair] ?? 0) < 0) return true;
  return false;
}

function addPair(counts: Int32Array, at: number, step: number): void {
  const depth = (counts[at] ?? 0) + step;
  counts[at] = depth;
  if (depth < (counts[at + pairCount] ?? 0)) counts[at + pairCount] = depth;
}

/** Whether a tag or a mention begins with these two: `#1` is a number. */
function opensTag(sign: number, next: number): boolean {
  return isTagged(next) && !(sign === 0x23 && isDigit(next));
}

function isTagged(unit: number): boolean {
  return isWordUnit(unit) || (unit >= 0x80 && scriptOf(unit) >= 0);
}

/** Code points that are not wide, of those that are no letters. From the configuration of twitter-text, version 3. */
function isLight(unit: number): boolean {
  return (
    unit <= 0x10ff ||
    (unit >= 0x2000 && (unit <= 0x200d || (unit >= 0x2010 && (unit <= 0x201f || (unit >= 0x2032 && unit <= 0x2037)))))
  );
}

/** The column of a sign, or -1. */
function signOf(unit: number, next: number): number {
  if (isDigit(unit)) return column.digits;
  switch (unit) {
    case 0x22:
    case 0x27:
      return column.straight;
    case 0x2019:
    case 0x201c:
    case 0x201d:
      return column.curly;
    case 0x21:
    case 0xff01:
      return column.exclamations;
    case 0x2e:
    case 0x3f:
    case 0x2026:
      return Number.isNaN(next) || isSpace(next) ? column.ends : -1;
    case 0x3002:
    case 0xff1f:
      return column.ends;
    default:
      return isEmoji(unit, next) ? column.emoji : -1;
  }
}

/** Where the link begins whose scheme or host the word from `start` to `at` ends in, or -1. */
function linkStart(text: string, at: number, unit: number, start: number): number {
  if (unit === 0x3a) {
    if (text.charCodeAt(at + 1) !== 0x2f || text.charCodeAt(at + 2) !== 0x2f) return -1;
    const scheme = /https?$/i.exec(text.slice(Math.max(start, at - 5), at));
    return scheme === null ? -1 : at - scheme[0].length;
  }
  const next = text.charCodeAt(at + 1) | 0x20;
  if (next === 0x63) {
    const bare =
      start === at - 1 && (text.charCodeAt(start) | 0x20) === 0x74 && !isWordUnit(text.charCodeAt(start - 1));
    return bare && text.startsWith('co/', at + 1) ? start : -1;
  }
  if (next !== 0x74 && next !== 0x78) return -1;
  return at - start >= 3 && /^pic\.(?:twitter|x)\.com\/$/i.test(text.slice(at - 3, at + (next === 0x74 ? 13 : 7)))
    ? at - 3
    : -1;
}
