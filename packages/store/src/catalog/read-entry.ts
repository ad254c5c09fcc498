import type { PostId } from '@embalm/post';
import { DamagedRecordError } from '../archive-errors.ts';
import { forgottenName } from '../forget/forgotten.ts';
import { forgottenUpTo } from '../forget/forgotten-up-to.ts';
import { namesNow, numbersIn, readRecordNow } from '../record/read-now.ts';
import { articlesOf, nameKeysOf } from './name-key.ts';
import { addToSummary, type PostSummary } from './post-summary.ts';
import type { PostEntry } from './entry-rows.ts';

/** What the records of a post give for the index, and which of them could not be trusted. */
export interface EntryReading {
  /** `null` if there is nothing new. */
  readonly entry: PostEntry | null;
  /** Paths, relative to the archive. */
  readonly damaged: readonly string[];
}

/**
 * Read a post's records for the index.
 *
 * @param known What the index has already; only newer records are read.
 */
export function readEntry(root: string, post: PostId, known: PostSummary | null): EntryReading {
  const names = namesNow(root, post);
  // Those that a program that died was erasing.
  const forgotten = names.includes(forgottenName) ? forgottenUpTo(root, post) : 0;
  let summary = known;
  const nameKeys = new Set<string>();
  const articles = new Set<string>();
  const damaged: string[] = [];
  for (const n of numbersIn(names)) {
    if (n <= (known?.n ?? 0) || n <= forgotten) continue;
    try {
      const snapshot = readRecordNow(root, post, n);
      if (snapshot === null) continue;
      summary = addToSummary(summary, snapshot);
      for (const key of nameKeysOf(snapshot)) nameKeys.add(key);
      for (const article of articlesOf(snapshot)) articles.add(article);
    } catch (error) {
      if (!(error instanceof DamagedRecordError)) throw error;
      damaged.push(error.path);
    }
  }
  const entry =
    summary === null || summary === known ? null : { summary, nameKeys: [...nameKeys], articles: [...articles] };
  return { entry, damaged };
}
