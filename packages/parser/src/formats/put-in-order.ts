import type { Reference } from '@embalm/post';

/** References of several finders in the order of the input; of two that overlap, the one that begins first. */
export function putInOrder(references: readonly Reference[]): readonly Reference[] {
  let covered = 0;
  return references
    .toSorted((one, other) => one.range[0] - other.range[0])
    .filter(({ range: [start, end] }) => {
      if (start < covered) return false;
      covered = end;
      return true;
    });
}
