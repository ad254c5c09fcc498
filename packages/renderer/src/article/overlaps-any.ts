import type { Range } from '@embalm/post';

/** Whether a range shares a unit with one of some others. @param others In order, none overlapping another. */
export function overlapsAny([from, to]: Range, others: readonly Range[]): boolean {
  let low = 0;
  let high = others.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((others[middle]?.[1] ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  return (others[low]?.[0] ?? Infinity) < to;
}
