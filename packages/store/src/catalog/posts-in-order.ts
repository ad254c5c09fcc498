import { join } from 'node:path';
import { type PostId, toPostId } from '@embalm/post';
import { listDirectory } from '../disk/list-directory.ts';
import { layout } from '../layout.ts';
import type { ThreadPool } from '../threads/thread-pool.ts';
import type { PostBatch } from './read-entries.ts';

/** How many posts are read at a time. */
const batchSize = 128;

/**
 * All posts of an archive in the order of their keys, as far as names tell, though their folders are in none: SQLite then adds
 * rows at the end of its tables, and FTS5, which takes ten times as long over keys that go down, at the end of its own.
 */
export async function* postsInOrder(root: string, threads: ThreadPool): AsyncGenerator<PostBatch, void, void> {
  const shelves: BigInt64Array[] = [];
  const others: PostId[] = [];
  for await (const keys of threads.doAll('listKeys', shelvesOf(root))) {
    shelves.push(keys.dated);
    others.push(...keys.others);
  }
  const dated = joined(shelves).sort();
  for (let from = 0; from < dated.length; from += batchSize) {
    yield { root, posts: Array.from(dated.subarray(from, from + batchSize), postOfKey) };
  }
  others.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (let from = 0; from < others.length; from += batchSize) {
    yield { root, posts: others.slice(from, from + batchSize) };
  }
}

async function* shelvesOf(root: string): AsyncGenerator<{ readonly root: string; readonly shelf: string }, void, void> {
  for (const entry of await listDirectory(join(root, layout.posts))) {
    if (entry.isDirectory()) yield { root, shelf: entry.name };
  }
}

function joined(parts: readonly BigInt64Array[]): BigInt64Array {
  const whole = new BigInt64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}

/** Keys that names alone tell are ids of X. */
function postOfKey(key: bigint): PostId {
  return toPostId('x', String(key));
}
