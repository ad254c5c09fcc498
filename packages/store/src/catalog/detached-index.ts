import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { statIfPresent } from '../disk/stat-if-present.ts';
import { layout } from '../layout.ts';
import { fillIndex } from './fill-index.ts';
import { openIndexToRead, type ReadableIndex } from './index-file.ts';
import { isDamagedIndex } from './is-damaged-index.ts';
import { listMarks } from './pending-marks.ts';
import { putAllTexts } from './rows.ts';
import { createIndexes, createTables, isBuilt } from './schema.ts';
import { takeIn } from './take-in.ts';

/** An index for those who may not write: the file as it is if that is enough, else one in memory. Calls must not overlap. */
export interface DetachedIndex {
  /** Run on an index that has every commit that was acknowledged before. */
  use<T>(run: (db: DatabaseSync) => T): Promise<T>;
  close(): void;
}

/** Read the index of an archive without writing to it. */
export function createDetachedIndex(root: string): DetachedIndex {
  const path = join(root, layout.index);
  let held: { readonly db: DatabaseSync; readonly state: string } | null = null;
  return { use, close };

  async function use<T>(run: (db: DatabaseSync) => T): Promise<T> {
    try {
      return run(await upToDate());
    } catch (error) {
      if (!isDamagedIndex(error)) throw error;
      const state = await stateOf(root, path);
      close();
      held = { db: await fromRecords(root), state };
      return run(held.db);
    }
  }

  async function upToDate(): Promise<DatabaseSync> {
    const state = await stateOf(root, path);
    if (held?.state === state) return held.db;
    close();
    held = { db: await openDetached(root, path), state };
    return held.db;
  }

  function close(): void {
    held?.db.close();
    held = null;
  }
}

async function openDetached(root: string, path: string): Promise<DatabaseSync> {
  const marked = new Set((await listMarks(root)).map(({ post }) => post));
  const file = await openIndexToRead(path);
  if (file === null) return fromRecords(root);
  if (!isBuilt(file.db)) {
    file.db.close();
    return fromRecords(root);
  }
  if (marked.size === 0) return file.db;
  const copy = await copyOf(file);
  await takeIn(root, copy, marked);
  return copy;
}

async function copyOf(file: ReadableIndex): Promise<DatabaseSync> {
  file.db.close();
  const db = await inMemory();
  db.prepare('ATTACH ? AS file').run(file.url);
  for (const table of ['posts', 'names', 'articles', 'due', 'ledgers']) {
    db.exec(`INSERT INTO main.${table} SELECT * FROM file.${table}`);
  }
  db.exec('DETACH file');
  createIndexes(db);
  putAllTexts(db);
  return db;
}

async function fromRecords(root: string): Promise<DatabaseSync> {
  const db = await inMemory();
  await fillIndex(root, db);
  return db;
}

async function inMemory(): Promise<DatabaseSync> {
  const { DatabaseSync } = await import('node:sqlite');
  const db = new DatabaseSync(':memory:');
  createTables(db);
  return db;
}

/** What must stay as it is for an open index to stay right. */
async function stateOf(root: string, path: string): Promise<string> {
  const marks = (await listMarks(root)).map(({ name }) => name);
  const files = await Promise.all([statIfPresent(path), statIfPresent(`${path}-wal`)]);
  return [...marks, ...files.map((file) => (file === null ? '' : `${file.ino} ${file.size} ${file.mtimeMs}`))].join(
    '\n',
  );
}
