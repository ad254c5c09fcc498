import type { PostId } from '@embalm/post';
import type { DatabaseSync } from 'node:sqlite';
import { takeInLedgers } from '../due/take-in-ledgers.ts';
import { inTransaction } from '../sqlite/in-transaction.ts';
import { readEntry } from './read-entry.ts';
import { type PostEntry, putEntry, selectSummaries } from './rows.ts';

/** How long to wait for another program that writes the index. */
const patienceMs = 2_000;

/** Bring the index up to date with the newer records of some posts, and with the ledgers. */
export async function takeIn(root: string, db: DatabaseSync, posts: Iterable<PostId>): Promise<void> {
  const entries: PostEntry[] = [];
  for (const post of posts) {
    const [known = null] = selectSummaries(db, 'WHERE post = :post', { post });
    const { entry } = readEntry(root, post, known);
    if (entry !== null) entries.push(entry);
  }
  await inTransaction(db, patienceMs, async () => {
    for (const entry of entries) putEntry(db, entry);
    await takeInLedgers(root, db);
  });
}
