import { endsWith, lastMarks } from './clues/marks.ts';
import { isSpace } from './letters.ts';
import type { Stretch } from './stretch.ts';

/** What the line behind a signature is; `end` is the text's, and a `paragraph` is long. */
export type Following = 'heading' | 'number' | 'text' | 'paragraph' | 'end';

/** Headings are no longer, nor the numbers of lists. */
const longestHeading = 60;
const longestNumber = 6;

/** No paragraph is shorter. */
const shortestParagraph = 120;

/** Read the line behind a signature: where each post has a heading or a number, this one has its own before it. */
export function readFollowing({ text, after, afterEnd }: Stretch): Following {
  let start = after;
  while (start < afterEnd && isSpace(text.charCodeAt(start))) start += 1;
  if (start === text.length) return 'end';
  const line = text.slice(start, Math.min(afterEnd, start + longestHeading + 1)).indexOf('\n');
  if (line === -1) return isParagraph(text, start, afterEnd) ? 'paragraph' : 'text';
  let end = start + line;
  while (isSpace(text.charCodeAt(end - 1))) end -= 1;
  if (isNumber(text, start, end)) return 'number';
  return endsWith(text, end, lastMarks) ? 'text' : 'heading';
}

function isParagraph(text: string, start: number, end: number): boolean {
  return end - start > shortestParagraph && !text.slice(start, end).includes('\n');
}

const number = /^(?:#?\d{1,3}[.):]?|[ivx]{1,4}[.)])$/iu;

/** Whether a part of a text is nothing but the number of a point. */
export function isNumber(text: string, start: number, end: number): boolean {
  return end - start <= longestNumber && number.test(text.slice(start, end));
}
