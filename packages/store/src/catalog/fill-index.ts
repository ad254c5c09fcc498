import type { DatabaseSync } from 'node:sqlite';
import { takeInLedgers } from '../due/take-in-ledgers.ts';
import { listPostFolders } from '../list-post-folders.ts';
import { inBatches } from '../in-batches.ts';
import { readEntry } from './read-entry.ts';
import { putEntry } from './rows.ts';

/** What an index was made from. */
export interface ReindexReport {
  readonly posts: number;
  readonly records: number;
  /** Files that could not be trusted and were passed over, relative to the archive. */
  readonly damaged: readonly string[];
}

/** How many posts are read at a time. */
const batchSize = 32;

/** Fill empty tables from the records and ledgers. */
export async function fillIndex(root: string, db: DatabaseSync): Promise<ReindexReport> {
  const damaged: string[] = [];
  let posts = 0;
  let records = 0;
  for await (const batch of inBatches(listPostFolders(root), batchSize)) {
    for (const reading of await Promise.all(batch.map((post) => readEntry(root, post, null)))) {
      damaged.push(...reading.damaged.map(({ path }) => path));
      if (reading.entry === null) continue;
      putEntry(db, reading.entry);
      posts += 1;
      records += reading.entry.summary.n;
    }
  }
  damaged.push(...(await takeInLedgers(root, db)));
  return { posts, records, damaged };
}
