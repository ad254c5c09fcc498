import { isCapital, isDigit, isEmoji, isSmall, isSpace, isWordUnit, scriptOf } from './letters.ts';

/** The kinds of boundaries: white space between lines, sentences or words, and where a flattener left none. */
export const boundaryKinds = ['line', 'sentence', 'word', 'glued'] as const;

/** A place where a body may begin. Offsets are UTF-16 units of the text. */
export interface Boundary {
  readonly kind: (typeof boundaryKinds)[number];
  /** Where what stands before it ends. */
  readonly start: number;
  /** Where what stands behind it begins. */
  readonly end: number;
  /** Line breaks in it. */
  readonly breaks: number;
}

/**
 * The boundary between lines that is next to the left of `before`, or `null` if there is none behind `from`.
 *
 * @param least Only those are wanted that end behind it; default `from`.
 */
export function findLineBoundary(text: string, from: number, before: number, least: number = from): Boundary | null {
  let first = Math.max(from, least);
  while (first > from && isSpace(text.charCodeAt(first))) first -= 1;
  const found = first + text.slice(first, before).lastIndexOf('\n');
  if (found <= first) return null;
  let start = found;
  let end = found + 1;
  let breaks = 1;
  while (end < before && isSpace(text.charCodeAt(end))) end += 1;
  while (start > from && isSpace(text.charCodeAt(start - 1))) {
    start -= 1;
    if (text.charCodeAt(start) === 0x0a) breaks += 1;
  }
  return start > from ? { kind: 'line', start, end, breaks } : null;
}

/**
 * The boundary between sentences, or before a word with which one may begin, that is next to the left of `before`, or
 * `null` if there is none behind `from`. Headings and names have no mark at their end: what follows them begins with a
 * capital, a sign, or in a script without capitals.
 *
 * @param glued Whether the flattener glues paragraphs.
 */
export function findWordBoundary(text: string, from: number, before: number, glued: boolean): Boundary | null {
  for (let at = before - 1; at > from; at -= 1) {
    if (!isSpace(text.charCodeAt(at))) {
      if (partsGlued(text, at, glued) && !isInShortLink(text, from, at))
        return { kind: 'glued', start: at, end: at, breaks: 0 };
      continue;
    }
    const end = at + 1;
    while (at > from && isSpace(text.charCodeAt(at - 1))) at -= 1;
    if (at <= from || end >= before) continue;
    if (endsSentence(text, at) || end - at > 1) return { kind: 'sentence', start: at, end, breaks: 0 };
    if (opensSentence(text, end)) return { kind: 'word', start: at, end, breaks: 0 };
  }
  return null;
}

const closers = '"\'”’»)]';

/** Whether a sentence ends right before a place. */
function endsSentence(text: string, at: number): boolean {
  let last = at - 1;
  for (let steps = 0; steps < 2 && closers.includes(text.charAt(last)); steps += 1) last -= 1;
  if ('.!?…:：。！？'.includes(text.charAt(last))) return true;
  const unit = text.charCodeAt(at - 1);
  if (unit >= 0xdc00 && unit <= 0xdfff) return isEmoji(text.charCodeAt(at - 2), unit);
  return unit === 0xfe0f || isEmoji(unit, 0);
}

/** Whether a sentence may begin at a place. */
function opensSentence(text: string, at: number): boolean {
  const first = text.charAt(at);
  if ('"“«‘[「★'.includes(first)) return true;
  const unit = text.charCodeAt("'(¡¿.".includes(first) ? at + 1 : at);
  if (unit === 0x40 || unit === 0x23 || isDigit(unit) || isCapital(unit)) return true;
  if (unit < 0x80) return opensLink(text, at);
  return (scriptOf(unit) >= 0 && !isSmall(unit)) || isEmoji(text.charCodeAt(at), text.charCodeAt(at + 1));
}

function opensLink(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit === 0x68 && text.startsWith('http', at)) || (unit === 0x70 && text.startsWith('pic.', at));
}

/** Whether a place without white space parts sentences, or words if the flattener glues paragraphs. */
function partsGlued(text: string, at: number, glued: boolean): boolean {
  const before = text.charCodeAt(at - 1);
  if (before === 0x3002 || before === 0xff01 || before === 0xff1f) return true;
  const unit = text.charCodeAt(at);
  const opens = unit === 0x201c || unit === 0xab || unit === 0x40 || unit === 0x23 || isCapital(unit);
  if (!opens && unit !== 0x22 && !glued) return false;
  const mark = before === 0x22 || before === 0x27 || before === 0x201d || before === 0x2019 ? at - 2 : at - 1;
  if ((opens || unit === 0x22) && '.!?…'.includes(text.charAt(mark)) && endsWord(text.charCodeAt(mark - 1)))
    return true;
  return glued && partsGluedWords(text, at, before, unit, opens);
}

/** A short link, as far as its code is known to go: what follows it is glued to it. */
const shortLink = /(?:https?:\/\/)?(?:t\.co|pic\.(?:twitter|x)\.com)\/[A-Za-z0-9]{1,10}/gi;
const longestShortLink = 26;

/** Whether a place is inside of a link to a post or its picture, whose dots and capitals part nothing. */
function isInShortLink(text: string, from: number, at: number): boolean {
  const begin = Math.max(from, at - longestShortLink);
  const around = text.slice(begin, at + longestShortLink);
  if (!around.includes('/')) return false;
  for (const { index, 0: link } of around.matchAll(shortLink)) {
    if (index < at - begin && index + link.length > at - begin) return true;
  }
  return false;
}

function partsGluedWords(text: string, at: number, before: number, unit: number, opens: boolean): boolean {
  if (scriptOf(unit) >= 0 || opens) {
    if (':.!?…：'.includes(text.charAt(at - 1))) return !isDigit(text.charCodeAt(at - 2));
    if (before >= 0xdc00 && before <= 0xdfff) return isEmoji(text.charCodeAt(at - 2), before);
  }
  if (!endsWord(before) && before !== 0x22 && before !== 0x201d) return false;
  const next = text.charCodeAt(at + 1);
  if (opens) return scriptOf(next) >= 0 || isDigit(next) || isSpace(next) || isWordUnit(next);
  return unit === 0x300c || unit === 0x2605 || isEmoji(unit, next) || opensLink(text, at);
}

function endsWord(unit: number): boolean {
  return unit === 0x29 || unit === 0x5d || isDigit(unit) || (scriptOf(unit) >= 0 && !isCapital(unit));
}
