import type { Range } from '@embalm/post';

/** Sort what stands in a text by its place; of two that overlap, the first stays. */
export function dropOverlaps<T>(items: readonly T[], rangeOf: (item: T) => Range): readonly T[] {
  const kept: T[] = [];
  let end = 0;
  for (const item of items.toSorted((one, other) => rangeOf(one)[0] - rangeOf(other)[0])) {
    const [from, to] = rangeOf(item);
    if (from < end) continue;
    kept.push(item);
    end = to;
  }
  return kept;
}
