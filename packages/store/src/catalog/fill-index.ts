import type { DatabaseSync } from 'node:sqlite';
import { takeInLedgers } from '../due/take-in-ledgers.ts';
import { createThreadPool } from '../threads/thread-pool.ts';
import { createEntryWriter } from './entry-writer.ts';
import { gatherKeys } from './loose-keys.ts';
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

/** Fill empty tables, and make their indexes, from the records and ledgers. */
export async function fillIndex(
  root: string,
  db: DatabaseSync,
  { onProgress }: ReindexOptions = {},
): Promise<ReindexReport> {
  const damaged: string[] = [];
  let posts = 0;
  let records = 0;
  // Eight times what SQLite takes by itself: what is sorted, and what is put in order, passes through.
  db.exec('PRAGMA cache_size = -16384');
  mergeLate(db);
  const loose = gatherKeys(db);
  const writer = createEntryWriter(db);
  let last = smallestKey;
  await using threads = createThreadPool({ threadsEach: 2 });
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
  loose.settle();
  mergeAsUsual(db);
  createIndexes(db);
  damaged.push(...(await takeInLedgers(root, db)));
  return { posts, records, damaged };
}
