import type { DatabaseSync } from 'node:sqlite';
import { takeInLedgers } from '../due/take-in-ledgers.ts';
import { createThreadPool } from '../threads/thread-pool.ts';
import { createEntryWriter } from './entry-writer.ts';
import { gatherKeys, type LooseKeys } from './loose-keys.ts';
import { unpackRows } from './packed-rows.ts';
import { postsInOrder } from './posts-in-order.ts';
import { createIndexes, mergeAsUsual, mergeLate } from './schema.ts';

/** What an index was made from. */
export interface ReindexReport {
  readonly posts: number;
  readonly records: number;
  /** Files that could not be trusted and were passed over, relative to the archive. */
  readonly damaged: readonly string[];
}

/** How an index is made from all records. */
export interface ReindexOptions {
  /** Called now and then with how many posts have been taken in. */
  readonly onProgress?: ((posts: number) => void) | undefined;
}

/** Below all keys. */
const smallestKey = -(2n ** 63n);

/** Readers a processor: while one waits for the disk, another reads what was read. */
const threadsEach = 2;

/** Fill empty tables, and make their indexes, from the records and ledgers. */
export async function fillIndex(root: string, db: DatabaseSync, options: ReindexOptions = {}): Promise<ReindexReport> {
  // Eight times what SQLite takes by itself: what is sorted, and what is put in order, passes through.
  db.exec('PRAGMA cache_size = -16384');
  mergeLate(db);
  const loose = gatherKeys(db);
  const { damaged, ...counts } = await takeInAll(root, db, loose, options);
  loose.settle();
  mergeAsUsual(db);
  createIndexes(db);
  return { ...counts, damaged: [...damaged, ...(await takeInLedgers(root, db))] };
}

/** When this is done, the threads that read are gone, and so is the memory they took. */
async function takeInAll(
  root: string,
  db: DatabaseSync,
  loose: LooseKeys,
  { onProgress }: ReindexOptions,
): Promise<ReindexReport> {
  const damaged: string[] = [];
  let posts = 0;
  let records = 0;
  const writer = createEntryWriter(db);
  let last = smallestKey;
  await using threads = createThreadPool({ threadsEach });
  for await (const reading of threads.doAll('readEntries', postsInOrder(root, threads))) {
    damaged.push(...reading.damaged);
    for (const rows of unpackRows(reading.entries)) {
      const key = writer.add(rows);
      loose.add(rows);
      if (key > last) writer.addWords((last = key), rows);
      else loose.addWordless(key, rows);
      posts += 1;
      records += rows.summary.n;
    }
    onProgress?.(posts);
  }
  return { posts, records, damaged };
}
