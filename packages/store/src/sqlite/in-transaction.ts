import type { DatabaseSync } from 'node:sqlite';
import { withPatience } from './with-patience.ts';

/** Run in a transaction that holds the database for writing; an error undoes everything. */
export async function inTransaction<T>(db: DatabaseSync, patienceMs: number, run: () => T | Promise<T>): Promise<T> {
  await withPatience(patienceMs, () => db.exec('BEGIN IMMEDIATE'));
  try {
    const result = await run();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // Some errors, such as a full disk, have undone it already.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
