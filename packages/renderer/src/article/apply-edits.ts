import type { Range } from '@embalm/post';

/** A part of a text, and what comes in its place. */
export interface Edit {
  /** UTF-16 units; an empty range inserts. */
  readonly range: Range;
  readonly replacement: string;
}

/** Replace parts of a text; all else stays as it is. Edits that overlap an earlier one are left out. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let end = 0;
  for (const { range, replacement } of edits.toSorted((left, right) => left.range[0] - right.range[0])) {
    const [from, to] = range;
    if (from < end) continue;
    pieces.push(text.slice(end, from), replacement);
    end = to;
  }
  return [...pieces, text.slice(end)].join('');
}
