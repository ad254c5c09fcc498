import type { Outlook } from '../outlook.ts';
import type { Clues } from './clue.ts';
import { bullet, lastMark } from './marks.ts';

const pairs: readonly (readonly [open: string, close: string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
  ['«', '»'],
  ['「', '」'],
];

/** How people note where their picture or their news is from, at the end of a post. */
const tailNote =
  /^(?:\(|[→↓>*]|(?:source|fonte|fuente|kaynak|via|cc|ps|full|more|link|read|photo|credit)\b|h\/t|p\.s)/iu;

/** What stands behind a boundary tells whether a post would begin so. */
export const behindClues: Clues = {
  bullet: (o) => bullet.test(o.right),
  'small letter': (o) => /^["'(]?\p{Ll}/u.test(o.right),
  capital: (o) => /^["'“«(]?\p{Lu}/u.test(o.right),
  'capital and small letters': (o) => /^["'“«(]?\p{Lu}\p{L}{0,30}['’]?\p{L}{0,30}\s+\p{Ll}/u.test(o.right),
  'two capitals': (o) => /^\S{1,60}\s+\p{Lu}/u.test(o.right),
  quotation: (o) => /^["“«‘「]/u.test(o.right),
  tag: (o) => o.right.startsWith('#'),
  digit: (o) => /^\d/u.test(o.right),
  emoji: (o) => /^\p{Extended_Pictographic}/u.test(o.right),
  reply: (o) => /^\.?@\w/u.test(o.right),
  'only links and tags': (o) => consistsOf(o.right, /^(?:[#@]|https?:\/\/|pic\.|t\.co\/)/u),
  'only tags': (o) => o.right.startsWith('#') && consistsOf(o.right, /^(?:#|https?:\/\/|pic\.|t\.co\/)/u),
  tagged: (o) => /(?:^|\s)#\w/u.test(o.right),
  'ends its sentence': (o) => lastMark.test(o.next),
  'note at the end': (o) => tailNote.test(o.next),
  'emoji unlike the article': (o) =>
    /\p{Extended_Pictographic}/u.test(o.right) && !/\p{Extended_Pictographic}/u.test(o.farLeft),
  'straight quotes unlike the article': (o) =>
    /[’“”]/u.test(o.left) && !/[’“”]/u.test(o.right) && /['"]/u.test(o.right),
  'curly quotes unlike the article': (o) => /['"]/u.test(o.left) && /[’“”]/u.test(o.right) && !/[’“”]/u.test(o.left),
  'same words as before': (o) => secondWords(o.left) !== null && secondWords(o.left) === secondWords(o.next),
  unpaired: (o) => pairs.some((pair) => closesUnopened(o.right, pair)) || splitsQuotation(o),
};

function consistsOf(text: string, word: RegExp): boolean {
  return text.split(/\s+/u).every((part) => word.test(part));
}

/** The second and third word of a text. */
function secondWords(text: string): string | null {
  return (
    /^\P{L}{0,9}\p{L}{1,40}\P{L}{1,9}(?<words>\p{L}{1,40}\P{L}{1,9}\p{L}{1,40})/u.exec(text)?.groups?.['words'] ?? null
  );
}

function closesUnopened(text: string, [open, close]: readonly [open: string, close: string]): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === open) depth += 1;
    if (char === close) depth -= 1;
    if (depth < 0) return true;
  }
  return false;
}

function splitsQuotation({ left, right }: Outlook): boolean {
  return left.split('"').length % 2 === 0 && right.split('"').length % 2 === 0;
}
