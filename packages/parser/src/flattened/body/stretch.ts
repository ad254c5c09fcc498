import { lengthRuleOf, type LengthRule } from './length-rule.ts';
import type { Signature } from '../signature.ts';
import { findLineBoundary } from './boundary.ts';
import { isSpace } from './letters.ts';

/** The part of a text in which a body may begin. Offsets are UTF-16 units. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
  /** Where the body ends. */
  readonly end: number;
  /** What stands before `start`: the text's beginning, another reference, or more of the same. */
  readonly edge: 'text' | 'reference' | 'window';
  /** Whether it begins within a line, right behind another reference. */
  readonly inLine: boolean;
  readonly rule: LengthRule;
  /** Line breaks between paragraphs. */
  readonly paragraphBreaks: number;
  /** Line breaks between the body and the signature. */
  readonly signatureBreaks: number;
  /** Whether this kind of flattener drops the line breaks of posts. */
  readonly flat: boolean;
  /** Where the signature ends, and how far what is behind it was looked at. */
  readonly after: number;
  readonly afterEnd: number;
  /** Whether the next paragraph is glued to the signature. */
  readonly glued: boolean;
}

/** Posts have up to 280 weighted characters, but links and the mentions that open a reply count less than they take. */
const window = 1600;

/** How far to look behind the signature: enough to tell in which language the article is. */
const lookAhead = 160;

/** How far the white space behind a signature is counted. */
const spaceAhead = 20;

/** Find where the body before a signature may stand. */
export function findStretch(text: string, floor: number, signature: Signature): Stretch {
  const last = skipQuoteMarks(text, floor, skipSpaceBack(text, floor, signature.start));
  const end = endsInPlaceholder(text, floor, last) ? skipSpaceBack(text, floor, last - placeholder.length) : last;
  const from = Math.max(floor, end - window);
  let start = from;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  const after = signature.end;
  const signatureBreaks = countBreaks(text, last, signature.start);
  let space = after;
  while (space < Math.min(text.length, after + spaceAhead) && isSpace(text.charCodeAt(space))) space += 1;
  const afterBreaks = space === text.length ? 0 : countBreaks(text, after, space);
  return {
    text,
    start,
    end,
    edge: from !== floor ? 'window' : floor === 0 ? 'text' : 'reference',
    inLine: from === floor && floor > 0 && countBreaks(text, floor, start) === 0,
    rule: lengthRuleOf(signature.platform, signature.day),
    paragraphBreaks:
      afterBreaks > 0
        ? Math.max(signatureBreaks, afterBreaks)
        : guessParagraphBreaks(text, start, end, signatureBreaks),
    signatureBreaks,
    flat: last === signature.start || !signature.dashed,
    after,
    afterEnd: Math.min(text.length, after + lookAhead),
    glued: space === after && after < text.length,
  };
}

/** What Bluesky's embed has in the place of a picture, in a paragraph of its own. */
const placeholder = '[image or embed]';

function endsInPlaceholder(text: string, floor: number, end: number): boolean {
  return end - placeholder.length > floor && text.charCodeAt(end - 1) === 0x5d && text.endsWith(placeholder, end);
}

function skipSpaceBack(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isSpace(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

/** Back over the marks of Markdown's quotes on lines that have nothing else. */
function skipQuoteMarks(text: string, from: number, end: number): number {
  let at = end;
  while (at - 1 > from && text.charCodeAt(at - 1) === 0x3e && text.charCodeAt(at - 2) === 0x0a)
    at = skipSpaceBack(text, from, at - 1);
  return at;
}

/**
 * There are as many line breaks between paragraphs as behind the date or, in flatteners that give the signature a
 * paragraph of its own, before the dash. At the end of a text only the lines before the signature can tell.
 */
function guessParagraphBreaks(text: string, start: number, end: number, signatureBreaks: number): number {
  if (signatureBreaks !== 1) return 2;
  let single = 0;
  let all = 0;
  for (
    let boundary = findLineBoundary(text, start, end);
    boundary !== null;
    boundary = findLineBoundary(text, start, boundary.start)
  ) {
    all += 1;
    if (boundary.breaks === 1) single += 1;
  }
  return single * 2 > all ? 1 : 2;
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === 0x0a) count += 1;
  return count;
}
