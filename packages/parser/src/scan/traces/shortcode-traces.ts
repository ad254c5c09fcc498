import { readShortcode } from '../../finders/shortcode.ts';
import { findShortcodeStarts } from '../../platforms/shortcodes.ts';
import { letters, readAround, type Trace } from './trace.ts';

/** What stands before the place in a shortcode's beginning, and behind it. */
const before = 24;
const behind = 40;

/** Shortcodes have 2,000 characters at most; in those that are escaped, the first escape is not far from their beginning. */
const farthestEscape = 256;
const longest = 6144;

/** Shortcodes in square brackets, but for those that say X's name. */
export const bracketTrace: Trace = {
  trigrams: [
    ['[', 'em', 'me'],
    ['[', 'b', 'l'],
    ['[', 'x', ']'],
  ],
  isAt: isShortcodeAt,
};

/** The same of other platforms. */
export const otherBracketTrace: Trace = {
  trigrams: [
    ['[', 'y', 'o'],
    ['[', 'i', 'n'],
    ['[', 't', 'i'],
    ['[', 'f', 'a'],
    ['[', 'r', 'e'],
    ['[', 'v', 'ic'],
    ['[', 'e', 't'],
  ],
  isAt: (bytes, at) => bytes[at] === bracket && isShortcodeAt(bytes, at),
};

const bracket = 0x5b;

/** The same in braces. */
export const braceTrace: Trace = {
  trigrams: [
    ['{', '{', '<%-# \t\r\ntxcyifbmr[\\'],
    ['{', '%', `${letters} \t\r\n-\\`],
    ['{', 'y', 'o'],
  ],
  isAt: (bytes, at) => bytes[at] === brace && behindBrace.has(bytes[at + 1]) && isShortcodeAt(bytes, at),
};

const brace = 0x7b;
const behindBrace: ReadonlySet<number | undefined> = new Set(Buffer.from('{%yY'));

/** Shortcodes that begin with a word. */
export const wordTrace: Trace = {
  trigrams: [
    ['w', 'p', ':'],
    ['d', 'e', '('],
  ],
  isAt: isShortcodeAt,
};

/** Those in code, as in Gatsby. */
export const codeTrace: Trace = {
  trigrams: [
    ['`', 'o', 'e'],
    ['`', 'y', 'o'],
    ['`', 'i', 'n'],
  ],
  isAt: isShortcodeAt,
};

/** Directives with X's new name. */
export const colonTrace: Trace = { trigrams: [[':', ':', ' xyi']], isAt: isShortcodeAt };

/** Whether a shortcode that names a post may begin near a place: as it stands there, or as JSON writes it. */
export function isShortcodeAt(bytes: Buffer, at: number): boolean {
  const start = readAround(bytes, at, before, behind);
  const isPlain = hasStart(start);
  if (!isPlain && !(start.includes('\\') && hasStart(unescapeJson(start)))) return false;
  const text = readAround(bytes, at, before, longest);
  // What is escaped is so from its beginning on: its slashes are, and its quotes.
  return (
    (isPlain && hasShortcode(text)) ||
    (text.slice(0, farthestEscape).includes('\\') && hasShortcode(unescapeJson(text)))
  );
}

function hasShortcode(text: string): boolean {
  const starts = [...findShortcodeStarts(text.slice(0, before + behind))];
  return starts.some((at) => readShortcode(text, at) !== null);
}

function hasStart(text: string): boolean {
  return findShortcodeStarts(text).next().done !== true;
}

function unescapeJson(text: string): string {
  return text
    .replaceAll(/\\u00([2-7][\da-f])/gi, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)))
    .replaceAll(/\\[nrt]/g, '\n')
    .replaceAll('\\', '');
}
