import type { Range } from '@embalm/post';

/** A text with spaces for all that stands in the ranges but its line breaks. @param ranges In order, none overlapping. */
export function maskRanges(text: string, ranges: readonly Range[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const [start, end] of ranges) {
    parts.push(text.slice(done, start), text.slice(start, end).replace(/[^\n]/g, ' '));
    done = end;
  }
  parts.push(text.slice(done));
  return parts.join('');
}
