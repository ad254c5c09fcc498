import { dueValuesOf } from '../due/due-rows.ts';
import { toSearchable } from './full-text.ts';
import { articleWords } from './name-key.ts';
import { type PostSummary, sortKeyOf } from './post-summary.ts';
import { timeKeyOf } from './time-key.ts';

/** What the index takes in of a post. */
export interface PostEntry {
  readonly summary: PostSummary;
  readonly nameKeys: readonly string[];
  /** Keys of the articles that led to it. */
  readonly articles: readonly string[];
}

/** Values of a row, in the order of the table's columns. */
export type Values = readonly (string | number | null)[];

/**
 * A post with all that its rows have beyond it: threads that read records make these, as putting them in is work enough for one.
 * It is the same once it has been JSON.
 */
export interface EntryRows extends PostEntry {
  readonly sort: string;
  /** As of `timeKeyOf`, in decimal digits. */
  readonly timeKey: string | null;
  /** For `texts`: text, name and handle, if they are not just those of the post. */
  readonly words: readonly [text: string | null, name: string | null, handle: string | null] | null;
  /** For `texts`: the articles, if these are all that led to the post. */
  readonly articleWords: string | null;
  /** For `due`. */
  readonly due: Values;
}

/** Work out the rows of an entry. */
export function rowsOf({ summary, nameKeys, articles }: PostEntry): EntryRows {
  const { post, createdAt, text, name, handle } = summary;
  const words = [searchable(text), searchable(name), searchable(handle)] as const;
  const isPlain = words[0] === text && words[1] === name && words[2] === handle;
  return {
    summary,
    nameKeys,
    articles,
    sort: sortKeyOf(post),
    timeKey: timeKeyOf(post, createdAt)?.toString() ?? null,
    words: isPlain ? null : words,
    articleWords: articleWords(articles),
    due: dueValuesOf(summary),
  };
}

/** A text as the full-text index gets it. */
export function searchable(text: unknown): string | null {
  return typeof text === 'string' ? toSearchable(text) : null;
}
