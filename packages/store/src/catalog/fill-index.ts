import type { PostId } from '@embalm/post';
import type { DatabaseSync } from 'node:sqlite';
import { takeInLedgers } from '../due/take-in-ledgers.ts';
import { listPostFolders } from '../list-post-folders.ts';
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
  // Twenty times what SQLite takes by itself: names and articles come in no order.
  db.exec('PRAGMA cache_size = -65536');
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

/** In the order of their keys, though their folders are in none: SQLite then adds rows at the end of its tables. */
async function* batchesOf(root: string): AsyncGenerator<PostBatch, void, void> {
  const posts: PostId[] = [];
  for await (const post of listPostFolders(root)) posts.push(post);
  posts.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (let from = 0; from < posts.length; from += batchSize) yield { root, posts: posts.slice(from, from + batchSize) };
}
