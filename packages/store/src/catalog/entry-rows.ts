import { platformOf, type PostId } from '@embalm/post';
import { dueValuesOf } from '../due/due-rows.ts';
import { toSearchable } from './full-text.ts';
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
 * A post as rows for the index: threads that read records make them, as putting them in is work enough for one. It is the same
 * once it has been JSON.
 */
export interface EntryRows {
  readonly post: PostId;
  readonly sort: string;
  /** How many records it has. */
  readonly n: number;
  /** As of `timeKeyOf`, in decimal digits. */
  readonly timeKey: string | null;
  /** For `posts`, but for the key. */
  readonly values: Values;
  /** For `texts`, but for the key. */
  readonly words: Values;
  /** For `due`. */
  readonly due: Values;
  readonly nameKeys: readonly string[];
  readonly articles: readonly string[];
}

/** Write an entry as rows. */
export function rowsOf({ summary, nameKeys, articles }: PostEntry): EntryRows {
  const { post, n, sha256, capturedAt, state, contentN, source, handle, name, createdAt, text } = summary;
  const sort = sortKeyOf(post);
  return {
    post,
    sort,
    n,
    timeKey: timeKeyOf(post, createdAt)?.toString() ?? null,
    values: [
      post,
      sort,
      platformOf(post),
      n,
      sha256,
      capturedAt,
      state,
      contentN,
      source,
      handle,
      name,
      createdAt,
      text,
    ],
    words: [searchable(text), searchable(name), searchable(handle), state],
    due: dueValuesOf(summary),
    nameKeys,
    articles,
  };
}

/** A text as the full-text index gets it. */
export function searchable(text: unknown): string | null {
  return typeof text === 'string' ? toSearchable(text) : null;
}
