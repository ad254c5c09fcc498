import type { Change } from './change.ts';

/** What went from a list, and what came to it; if only the order changed, that. */
export function compareLists(field: string, before: readonly string[], after: readonly string[]): readonly Change[] {
  const gone = without(before, after).map((item) => ({ field, before: item, after: null }));
  const come = without(after, before).map((item) => ({ field, before: null, after: item }));
  if (gone.length > 0 || come.length > 0 || before.join('\n') === after.join('\n')) return [...gone, ...come];
  return [{ field, before: before.join(', '), after: after.join(', ') }];
}

/** Items of the first list that the second lacks; one that stands twice is two. */
function without(items: readonly string[], others: readonly string[]): readonly string[] {
  const left = Map.groupBy(others, (item) => item);
  return items.filter((item) => left.get(item)?.pop() === undefined);
}
