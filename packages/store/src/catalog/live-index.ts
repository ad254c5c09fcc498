import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { layout } from '../layout.ts';
import { takeInLedgers } from '../due/take-in-ledgers.ts';
import { inTransaction } from '../sqlite/in-transaction.ts';
import { removeDatabase } from '../sqlite/remove-database.ts';
import { buildIndex } from './build-index.ts';
import type { ReindexOptions, ReindexReport } from './fill-index.ts';
import { isDamagedIndex } from './is-damaged-index.ts';
import { buildingMs, identityOf, type IndexFile, openIndexFile } from './index-file.ts';
import type { PendingMarks } from './pending-marks.ts';
import { isBlank, isBuilt } from './schema.ts';
import { takeIn } from './take-in.ts';

/** The index as a file that this program keeps up to date. Calls must not overlap. */
export interface LiveIndex {
  /**
   * Run on an index that has every commit that was acknowledged before. It is made, remade or brought up to date first.
   *
   * @param alsoLedgers Whether checks have been noted that the index is to witness.
   * @throws SQLite's error if it cannot be written now.
   */
  use<T>(run: (db: DatabaseSync) => T | Promise<T>, alsoLedgers?: boolean): Promise<T>;
  /**
   * Run in a transaction that has taken in the ledgers as they are by then: nobody else writes to the index meanwhile.
   *
   * @throws As `use`.
   */
  change<T>(run: (db: DatabaseSync) => T): Promise<T>;
  /** Make it anew from the records. */
  rebuild(options: ReindexOptions): Promise<ReindexReport>;
  close(): void;
}

/** Keep the index of an archive. The file is opened when it is first used. */
export function createLiveIndex(root: string, marks: PendingMarks): LiveIndex {
  const path = join(root, layout.index);
  let open: IndexFile | null = null;
  return { use, change, rebuild, close };

  async function use<T>(run: (db: DatabaseSync) => T | Promise<T>, alsoLedgers = false): Promise<T> {
    try {
      return await run(await upToDate(alsoLedgers));
    } catch (error) {
      if (!isDamagedIndex(error)) throw error;
      await discard();
      return run(await upToDate(alsoLedgers));
    }
  }

  function change<T>(run: (db: DatabaseSync) => T): Promise<T> {
    return use((db) =>
      inTransaction(db, buildingMs, async () => {
        await takeInLedgers(root, db);
        return run(db);
      }),
    );
  }

  async function rebuild(options: ReindexOptions): Promise<ReindexReport> {
    for (;;) {
      await discard();
      const report = await build(await current(), options);
      if (report !== null) return report;
    }
  }

  async function upToDate(alsoLedgers: boolean): Promise<DatabaseSync> {
    let file = await current();
    if (!isBuilt(file.db)) {
      if (!isBlank(file.db)) {
        await discard();
        file = await current();
      }
      await build(file);
      file = await current();
    }
    await takeInMarked(file, alsoLedgers);
    return file.db;
  }

  /** Another program may have put a new index in the place of the one that is open. */
  async function current(): Promise<IndexFile> {
    if (open !== null && (await identityOf(path)) !== open.identity) close();
    open ??= await openIndexFile(path);
    return open;
  }

  /** Resolves to `null` if another program has been faster. */
  async function build({ db }: IndexFile, options: ReindexOptions = {}): Promise<ReindexReport | null> {
    try {
      return await buildIndex(root, db, options);
    } finally {
      close();
    }
  }

  async function takeInMarked({ db, identity }: IndexFile, alsoLedgers: boolean): Promise<void> {
    const found = await marks.list();
    if (found.length === 0 && !alsoLedgers) return;
    await takeIn(root, db, new Set(found.map(({ post }) => post)));
    // If the file has been replaced, its successor was filled after these records were there, or will be.
    if ((await identityOf(path)) === identity) await marks.remove(found.filter(({ settled }) => settled));
  }

  async function discard(): Promise<void> {
    close();
    await removeDatabase(path);
  }

  function close(): void {
    open?.db.close();
    open = null;
  }
}
