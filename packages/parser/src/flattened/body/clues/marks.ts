import { isCapital, isDigit, isEmoji, isSmall, isSpace, scriptOf } from '../letters.ts';

/** Whether a part of a text opens as the point of a list does. */
export function opensPoint(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  if ('-–•·・*→➡✅▪‣'.includes(text.charAt(at))) return true;
  if (isEmoji(first, text.charCodeAt(at + 1))) return opensEmojiPoint(text, at);
  const mark = first === 0x28 ? at + 1 : at;
  const unit = text.charCodeAt(mark);
  if (unit >= 0x80 || !(isDigit(unit) || isSmall(unit))) return false;
  const next = text.charCodeAt(mark + 1);
  if (next === 0x2e || next === 0x29) return true;
  return first !== 0x28 && isDigit(first) && (next === 0x2f || (isDigit(next) && text.charCodeAt(mark + 2) === 0x2f));
}

/** Emoji without words behind them are no mark of a point. */
function opensEmojiPoint(text: string, at: number): boolean {
  let next = at + 1;
  while (next < at + 9 && text.charCodeAt(next) >= 0x200d && scriptOf(text.charCodeAt(next)) === -1) next += 1;
  if (next >= text.length) return false;
  const unit = text.charCodeAt(next);
  return unit === 0x20 || isSmall(unit) || isCapital(unit);
}

const closers = '"\'”’»)]';

/** Whether a sentence ends at a place, in one of these marks. */
export function endsWith(text: string, at: number, marks: string): boolean {
  const last = text.charAt(at - 1);
  return (
    last !== '' && (marks.includes(last) || (closers.includes(last) && at > 1 && marks.includes(text.charAt(at - 2))))
  );
}

/** What ends a sentence. */
export const lastMarks = '.!?…。！？';

/** Where the first letter may be: behind a quotation mark or bracket that opens. */
export function skipOpening(text: string, at: number, openings: string): number {
  return openings.includes(text.charAt(at)) && text.charAt(at) !== '' ? at + 1 : at;
}

/** Where the first run of what is not white space ends. */
export function firstSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && !isSpace(text.charCodeAt(at))) at += 1;
  return at;
}
