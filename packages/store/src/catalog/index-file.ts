import { pathToFileURL } from 'node:url';
import type { DatabaseSync } from 'node:sqlite';
import { statIfPresent } from '../disk/stat-if-present.ts';
import { isUnwritable } from '../sqlite/sqlite-errors.ts';
import { withPatience } from '../sqlite/with-patience.ts';
import { isBuilt } from './schema.ts';

/** Making an index takes long in a large archive; another program may be at it, and holds the file meanwhile. */
export const buildingMs = 120_000;

/** An open index, and which file it is: another program may put a new one in its place. */
export interface IndexFile {
  readonly db: DatabaseSync;
  /** Device and inode. */
  readonly identity: string;
}

/** Open an index for writing; it is created if need be. */
export async function openIndexFile(path: string): Promise<IndexFile> {
  for (;;) {
    const before = await identityOf(path);
    const db = await openDatabase(path);
    const identity = await identityOf(path);
    // Only a file that was there before and after is surely the one that was opened.
    if (identity !== null && identity === before) return { db, identity };
    db.close();
  }
}

/** Which file has this path; `null` if none has. */
export async function identityOf(path: string): Promise<string | null> {
  const found = await statIfPresent(path);
  return found === null ? null : `${found.dev}:${found.ino}`;
}

/** An index that is open for reading, and the URL that opens it in the same way. */
export interface ReadableIndex {
  readonly db: DatabaseSync;
  readonly url: string;
}

/**
 * Open an index for reading, as far as the disk allows: what a program that died left beside it can only be read where
 * SQLite may write.
 *
 * @returns `null` if there is none, or none that can be read without writing.
 * @throws SQLite's error if it is damaged.
 */
export async function openIndexToRead(path: string): Promise<ReadableIndex | null> {
  if ((await statIfPresent(path))?.isFile() !== true) return null;
  try {
    return await openUrl(path, 'mode=ro');
  } catch (error) {
    if (!isUnwritable(error)) throw error;
  }
  return (await isAtRest(path)) ? openUrl(path, 'immutable=1') : null;
}

async function openUrl(path: string, parameters: string): Promise<ReadableIndex> {
  const { DatabaseSync } = await import('node:sqlite');
  const url = pathToFileURL(path);
  url.search = parameters;
  const db = new DatabaseSync(url, { readOnly: true, timeout: 20 });
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return { db, url: url.href };
  } catch (error) {
    db.close();
    throw error;
  }
}

async function openDatabase(path: string): Promise<DatabaseSync> {
  const { DatabaseSync } = await import('node:sqlite');
  const db = new DatabaseSync(path, { timeout: 20 });
  try {
    // FULL: a mark may only be removed when what it stands for is on the disk.
    await withPatience(buildingMs, () => {
      if (isBuilt(db)) db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

async function isAtRest(path: string): Promise<boolean> {
  const log = await statIfPresent(`${path}-wal`);
  return log === null || log.size === 0;
}
