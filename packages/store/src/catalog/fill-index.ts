import type { PostId } from '@embalm/post';
import type { DatabaseSync } from 'node:sqlite';
import { takeInLedgers } from '../due/take-in-ledgers.ts';
import { listPostFolders } from '../list-post-folders.ts';
import { createThreadPool } from '../threads/thread-pool.ts';
import type { PostBatch } from './read-entries.ts';
import { gatherKeys, looseKeyTables } from './loose-keys.ts';
import { ownKeyOf, putEntry, putText } from './rows.ts';
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
  // Twenty times what SQLite takes by itself: what is sorted, and what is put in order, passes through.
  db.exec('PRAGMA cache_size = -65536');
  const loose = gatherKeys(db);
  await using threads = createThreadPool();
  for await (const readings of threads.doAll('readEntries', batchesOf(root))) {
    for (const reading of readings) {
      damaged.push(...reading.damaged);
      if (reading.entry === null) continue;
      putEntry(db, reading.entry, looseKeyTables);
      putText(db, reading.entry.summary);
      posts += 1;
      records += reading.entry.summary.n;
    }
  }
  loose.settle();
  createIndexes(db);
  damaged.push(...(await takeInLedgers(root, db)));
  return { posts, records, damaged };
}

/**
 * In the order of their keys, though their folders are in none: SQLite then adds rows at the end of its tables, and FTS5,
 * which takes ten times as long over keys that go down, at the end of its own.
 */
async function* batchesOf(root: string): AsyncGenerator<PostBatch, void, void> {
  const posts: PostId[] = [];
  for await (const post of listPostFolders(root)) posts.push(post);
  posts.sort((a, b) => rankOf(a) - rankOf(b) || a.length - b.length || (a < b ? -1 : 1));
  for (let from = 0; from < posts.length; from += batchSize) yield { root, posts: posts.slice(from, from + batchSize) };
}

/** Those without a key of their own get one behind all that have. */
function rankOf(post: PostId): 0 | 1 {
  return ownKeyOf(post) === null ? 1 : 0;
}
