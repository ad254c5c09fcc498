import { type PostId, toPostId } from '@embalm/post';
import type { DatabaseSync } from 'node:sqlite';
import { takeInLedgers } from '../due/take-in-ledgers.ts';
import { listPostFolders } from '../list-post-folders.ts';
import { createThreadPool } from '../threads/thread-pool.ts';
import { createEntryWriter } from './entry-writer.ts';
import type { PostBatch } from './read-entries.ts';
import { gatherKeys, looseKeyTables } from './loose-keys.ts';
import { unpackRows } from './packed-rows.ts';
import { createIndexes, mergeAsUsual, mergeLate } from './schema.ts';
import { timeKeyOf } from './time-key.ts';

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
/** How many posts are read at a time. */
const batchSize = 128;

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
  const writer = createEntryWriter(db, looseKeyTables);
  let last = smallestKey;
  await using threads = createThreadPool({ threadsEach: 3 });
  for await (const reading of threads.doAll('readEntries', batchesOf(root))) {
    damaged.push(...reading.damaged);
    for (const rows of unpackRows(reading.entries)) {
      const key = writer.add(rows);
      if (key > last) writer.putWords((last = key), rows.words);
      else loose.addWordless(key);
      posts += 1;
      records += rows.n;
    }
    onProgress?.(posts);
  }
  loose.settle();
  mergeAsUsual(db);
  createIndexes(db);
  damaged.push(...(await takeInLedgers(root, db)));
  return { posts, records, damaged };
}

/**
 * In the order of their keys, as far as names tell, though their folders are in none: SQLite then adds rows at the end of its
 * tables, and FTS5, which takes ten times as long over keys that go down, at the end of its own.
 */
async function* batchesOf(root: string): AsyncGenerator<PostBatch, void, void> {
  const keys: bigint[] = [];
  const others: PostId[] = [];
  for await (const post of listPostFolders(root)) {
    const key = timeKeyOf(post, null);
    if (key === null) others.push(post);
    else keys.push(key);
  }
  // The names of a million posts would take a hundred megabytes, and sorting them five times as long.
  const dated = BigInt64Array.from(keys.splice(0)).sort();
  for (let from = 0; from < dated.length; from += batchSize) {
    yield { root, posts: Array.from(dated.subarray(from, from + batchSize), postOfKey) };
  }
  others.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (let from = 0; from < others.length; from += batchSize) {
    yield { root, posts: others.slice(from, from + batchSize) };
  }
}

/** Keys that names alone tell are ids of X. */
function postOfKey(key: bigint): PostId {
  return toPostId('x', String(key));
}
