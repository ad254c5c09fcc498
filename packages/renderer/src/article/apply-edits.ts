import type { PostId, Range } from '@embalm/post';

/** A part of a text, and what comes in its place. */
export interface Edit {
  /** UTF-16 units; an empty range inserts. */
  readonly range: Range;
  readonly replacement: string;
  /** The post that comes in, if it is one. */
  readonly post?: PostId | undefined;
}

/** Edits in the order of the text; those that overlap an earlier one are left out. */
export function orderEdits(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = [];
  for (const edit of edits.toSorted((left, right) => left.range[0] - right.range[0])) {
    if (edit.range[0] >= (kept.at(-1)?.range[1] ?? 0)) kept.push(edit);
  }
  return kept;
}

/** Replace parts of a text; all else stays as it is. Edits that overlap an earlier one are left out. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let end = 0;
  for (const { range, replacement } of orderEdits(edits)) {
    pieces.push(text.slice(end, range[0]), replacement);
    end = range[1];
  }
  return [...pieces, text.slice(end)].join('');
}
