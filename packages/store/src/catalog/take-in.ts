import type { PostId } from '@embalm/post';
import type { DatabaseSync } from 'node:sqlite';
import { takeInLedgers } from '../due/take-in-ledgers.ts';
import { forgottenUpTo } from '../forget/forgotten-up-to.ts';
import { inTransaction } from '../sqlite/in-transaction.ts';
import { readEntry } from './read-entry.ts';
import { type EntryRows, rowsOf } from './entry-rows.ts';
import { createEntryWriter } from './entry-writer.ts';
import { removeEntry, summaryOf } from './rows.ts';
import { firstUndatedKey } from './time-key.ts';

/** How long to wait for another program that writes the index. */
const patienceMs = 2_000;

/** Bring the index up to date with the newer records of some posts, and with the ledgers. */
export async function takeIn(root: string, db: DatabaseSync, posts: Iterable<PostId>): Promise<void> {
  const entries: EntryRows[] = [];
  const erased: PostId[] = [];
  for (const post of posts) {
    const row = summaryOf(db, post);
    const isErased = row !== null && row.n <= forgottenUpTo(root, post);
    if (isErased) erased.push(post);
    const { entry } = readEntry(root, post, isErased ? null : row);
    if (entry !== null) entries.push(rowsOf(entry));
  }
  // The full-text index takes long over keys that go down.
  entries.sort((a, b) => (BigInt(a.timeKey ?? firstUndatedKey) < BigInt(b.timeKey ?? firstUndatedKey) ? -1 : 1));
  await inTransaction(db, patienceMs, async () => {
    // First: what was erased must not live on in what was kept since.
    for (const post of erased) removeEntry(db, post);
    const writer = createEntryWriter(db);
    for (const entry of entries) writer.put(entry);
    await takeInLedgers(root, db);
  });
}
