import type { Counts, Post } from '@embalm/post';
import type { Change } from './change.ts';
import { compareLists } from './compare-lists.ts';
import { type LastingContent, lastingContent } from './lasting-content.ts';

/** What differs between two captures of a post, of what lasts: nothing if and only if their digests are equal. */
export function comparePosts(before: Post, after: Post): readonly Change[] {
  return compareContents(lastingContent(before), lastingContent(after), '');
}

/** How often a post was answered, liked and so on, where that differs. */
export function compareCounts(before: Counts | null, after: Counts | null): readonly Change[] {
  const read = (counts: Counts | null, field: (typeof counted)[number]): string | null => {
    const count = counts?.[field] ?? null;
    return count === null ? null : String(count);
  };
  return counted.flatMap((field) => compareValue(field, read(before, field), read(after, field)));
}

const counted = ['likes', 'replies', 'reposts', 'quotes', 'views'] as const;

/** @param prefix Of the names of fields, as in `quote.`. */
function compareContents(before: LastingContent, after: LastingContent, prefix: string): readonly Change[] {
  const values = Object.entries(after.values).flatMap(([field, value]) =>
    compareValue(prefix + field, before.values[field] ?? null, value),
  );
  const lists = Object.entries(after.lists).flatMap(([field, list]) =>
    compareLists(prefix + field, before.lists[field] ?? [], list),
  );
  return [
    ...values,
    ...lists,
    ...compareDescriptions(before, after, prefix),
    ...compareQuoted(before.quote, after.quote, `${prefix}quote`),
    ...compareQuoted(before.parent, after.parent, `${prefix}parent`),
    ...compareQuoted(before.repost, after.repost, `${prefix}repost`),
  ];
}

function compareValue(field: string, before: string | null, after: string | null): readonly Change[] {
  return before === after ? [] : [{ field, before, after }];
}

/** Descriptions of media that are in both; those of the others come and go with them. */
function compareDescriptions(before: LastingContent, after: LastingContent, prefix: string): readonly Change[] {
  const known = new Map(before.lists['media']?.map((medium, index) => [medium, before.alts[index] ?? null]));
  return (after.lists['media'] ?? []).flatMap((medium, index) => {
    const alt = known.get(medium);
    return alt === undefined ? [] : compareValue(`${prefix}alt`, alt, after.alts[index] ?? null);
  });
}

function compareQuoted(
  before: LastingContent['quote'],
  after: LastingContent['quote'],
  field: string,
): readonly Change[] {
  const isSame = before?.content && after?.content && before.id === after.id;
  if (isSame) return compareContents(before.content, after.content, `${field}.`);
  return compareValue(field, before?.label ?? null, after?.label ?? null);
}
