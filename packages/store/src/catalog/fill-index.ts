import type { DatabaseSync } from 'node:sqlite';
import { takeInLedgers } from '../due/take-in-ledgers.ts';
import { listPostFolders } from '../list-post-folders.ts';
import { inBatches } from '../in-batches.ts';
import { createThreadPool } from '../threads/thread-pool.ts';
import type { PostBatch } from './read-entries.ts';
import { putAllTexts, putEntry } from './rows.ts';
import { createIndexes } from './schema.ts';

/** What an index was made from. */
export interface ReindexReport {
  readonly posts: number;
  readonly records: number;
  /** Files that could not be trusted and were passed over, relative to the archive. */
  readonly damaged: readonly string[];
}

/** How many posts are read at a time. */
const batchSize = 128;

/** Fill empty tables, and make their indexes, from the records and ledgers. */
export async function fillIndex(root: string, db: DatabaseSync): Promise<ReindexReport> {
  const damaged: string[] = [];
  let posts = 0;
  let records = 0;
  await using threads = createThreadPool();
  for await (const readings of threads.doAll('readEntries', batchesOf(root))) {
    for (const reading of readings) {
      damaged.push(...reading.damaged);
      if (reading.entry === null) continue;
      putEntry(db, reading.entry);
      posts += 1;
      records += reading.entry.summary.n;
    }
  }
  putAllTexts(db);
  createIndexes(db);
  damaged.push(...(await takeInLedgers(root, db)));
  return { posts, records, damaged };
}

async function* batchesOf(root: string): AsyncGenerator<PostBatch, void, void> {
  for await (const posts of inBatches(listPostFolders(root), batchSize)) yield { root, posts };
}
