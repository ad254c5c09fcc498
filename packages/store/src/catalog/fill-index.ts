import type { DatabaseSync } from 'node:sqlite';
import { DamageError } from '../archive-errors.ts';
import { ledgerNames, readTail } from '../ledger/ledger-tail.ts';
import { listPostFolders } from '../list-post-folders.ts';
import { inBatches } from '../in-batches.ts';
import { readEntry } from './read-entry.ts';
import { putEntry, putWitness, witnessesIn } from './rows.ts';

/** What an index was made from. */
export interface ReindexReport {
  readonly posts: number;
  readonly records: number;
  /** Files that could not be trusted and were passed over, relative to the archive. */
  readonly damaged: readonly string[];
}

/** How many posts are read at a time. */
const batchSize = 32;

/** Fill empty tables from the records and ledgers. */
export async function fillIndex(root: string, db: DatabaseSync): Promise<ReindexReport> {
  const damaged: string[] = [];
  let posts = 0;
  let records = 0;
  for await (const batch of inBatches(listPostFolders(root), batchSize)) {
    for (const reading of await Promise.all(batch.map((post) => readEntry(root, post, null)))) {
      damaged.push(...reading.damaged.map(({ path }) => path));
      if (reading.entry === null) continue;
      putEntry(db, reading.entry);
      posts += 1;
      records += reading.entry.summary.n;
    }
  }
  damaged.push(...(await witnessLedgers(root, db)));
  return { posts, records, damaged };
}

/**
 * Remember how far the ledgers have come: those that have grown since they were last looked at, and newer ones.
 *
 * @returns Those that could not be trusted.
 */
export async function witnessLedgers(root: string, db: DatabaseSync): Promise<readonly string[]> {
  const damaged: string[] = [];
  const newest = witnessesIn(db).at(-1)?.name ?? '';
  for (const name of await ledgerNames(root)) {
    if (name < newest) continue;
    try {
      const { bytes, chain } = await readTail(root, name);
      if (chain !== null) putWitness(db, { name, bytes, chain });
    } catch (error) {
      if (!(error instanceof DamageError)) throw error;
      damaged.push(error.path);
    }
  }
  return damaged;
}
