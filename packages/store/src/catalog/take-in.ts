import type { PostId } from '@embalm/post';
import type { DatabaseSync } from 'node:sqlite';
import { takeInLedgers } from '../due/take-in-ledgers.ts';
import { forgottenUpTo } from '../forget/forgotten-up-to.ts';
import { inTransaction } from '../sqlite/in-transaction.ts';
import { readEntry } from './read-entry.ts';
import { sortKeyOf } from './post-summary.ts';
import { type PostEntry, putEntry, putText, removeEntry, summaryOf } from './rows.ts';

/** How long to wait for another program that writes the index. */
const patienceMs = 2_000;

/** Bring the index up to date with the newer records of some posts, and with the ledgers. */
export async function takeIn(root: string, db: DatabaseSync, posts: Iterable<PostId>): Promise<void> {
  const entries: PostEntry[] = [];
  const erased: PostId[] = [];
  for (const post of posts) {
    const row = summaryOf(db, post);
    const isErased = row !== null && row.n <= forgottenUpTo(root, post);
    if (isErased) erased.push(post);
    const { entry } = readEntry(root, post, isErased ? null : row);
    if (entry !== null) entries.push(entry);
  }
  // The full-text index takes long over keys that go down.
  entries.sort((a, b) => (sortKeyOf(a.summary.post) < sortKeyOf(b.summary.post) ? -1 : 1));
  await inTransaction(db, patienceMs, async () => {
    // First: what was erased must not live on in what was kept since.
    for (const post of erased) removeEntry(db, post);
    for (const entry of entries) if (putEntry(db, entry)) putText(db, entry.summary);
    await takeInLedgers(root, db);
  });
}
