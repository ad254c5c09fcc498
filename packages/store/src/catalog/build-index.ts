import type { DatabaseSync } from 'node:sqlite';
import { withPatience } from '../sqlite/with-patience.ts';
import { fillIndex, type ReindexOptions, type ReindexReport } from './fill-index.ts';
import { buildingMs } from './index-file.ts';
import { claimDatabase, createTables, isBuilt, markBuilt } from './schema.ts';

/**
 * In bytes. Twice what SQLite takes by itself: many rows in their order, and words, are then written with fewer calls. Larger
 * pages would be faster still, but every commit writes each page it changes as a whole.
 */
const pageSize = 8192;

/**
 * Build an index in a file that has nothing in it. It goes through no log, which would have all of it written twice: what a
 * program leaves that dies over it is not marked as built, and is made anew. The file is held against other programs until
 * `db` is closed, so it is to be closed next.
 *
 * @returns `null` if another program has been faster.
 */
export async function buildIndex(
  root: string,
  db: DatabaseSync,
  options: ReindexOptions,
): Promise<ReindexReport | null> {
  await withPatience(buildingMs, () =>
    db.exec(
      `PRAGMA page_size = ${pageSize}; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE; PRAGMA locking_mode = EXCLUSIVE`,
    ),
  );
  if (isBuilt(db)) {
    db.exec('ROLLBACK');
    return null;
  }
  // By itself, so that whoever reads the file in between, or what is left of it, sees what it is.
  claimDatabase(db);
  db.exec('COMMIT; PRAGMA synchronous = NORMAL; BEGIN EXCLUSIVE');
  createTables(db);
  const report = await fillIndex(root, db, options);
  // Flushed before the mark is.
  db.exec('COMMIT');
  markBuilt(db);
  return report;
}
