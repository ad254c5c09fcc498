import type { DatabaseSync } from 'node:sqlite';
import type { KeyvStorageCapability, KeyvStorageEntry } from 'keyv';
import { oneAtATime } from '../one-at-a-time.ts';
import { isDamagedDatabase } from '../sqlite/sqlite-errors.ts';
import { removeDatabase } from '../sqlite/remove-database.ts';
import { withPatience } from '../sqlite/with-patience.ts';

/** How long to wait for another program that writes. */
const patienceMs = 5_000;

const setUp = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires REAL) STRICT, WITHOUT ROWID;
`;

/** What Keyv 6 asks of a store, but for events: this one has none, its errors are thrown. */
export interface SqliteStorage {
  readonly capabilities: Pick<KeyvStorageCapability, 'expires'>;
  get(key: string): Promise<string | undefined>;
  getMany(keys: readonly string[]): Promise<(string | undefined)[]>;
  has(key: string): Promise<boolean>;
  hasMany(keys: readonly string[]): Promise<boolean[]>;
  /** @param expires Milliseconds since 1970; `undefined` is never. */
  set(key: string, value: unknown, expires?: number): Promise<boolean>;
  setMany(entries: readonly KeyvStorageEntry<unknown>[]): Promise<boolean[]>;
  delete(key: string): Promise<boolean>;
  deleteMany(keys: readonly string[]): Promise<boolean[]>;
  clear(): Promise<void>;
  iterator(): AsyncGenerator<[string, string], void, void>;
  disconnect(): Promise<void>;
}

/**
 * A store for Keyv in one file, opened when it is first used. It holds nothing that cannot be had again: a damaged file
 * is replaced by an empty one.
 *
 * @param now Milliseconds since 1970.
 */
export function createSqliteStorage(path: string, now: () => number): SqliteStorage {
  const inTurn = oneAtATime();
  let open: DatabaseSync | null = null;
  return {
    // Keyv then hands over absolute times of expiry, and takes this store as it is.
    capabilities: { expires: true },
    get,
    has: async (key) => (await get(key)) !== undefined,
    set,
    delete: remove,
    getMany: (keys) => Promise.all(keys.map(get)),
    hasMany: (keys) => Promise.all(keys.map(async (key) => (await get(key)) !== undefined)),
    setMany: (entries) => Promise.all(entries.map(({ key, value, expires }) => set(key, value, expires))),
    deleteMany: (keys) => Promise.all(keys.map(remove)),
    async clear() {
      await run((db) => db.exec('DELETE FROM entries'));
    },
    iterator,
    disconnect: () => inTurn(disconnect),
  };

  async function get(key: string): Promise<string | undefined> {
    const sql = 'SELECT value FROM entries WHERE key = ? AND (expires IS NULL OR expires > ?)';
    const value = (await run((db) => db.prepare(sql).get(key, now())))?.['value'];
    return typeof value === 'string' ? value : undefined;
  }

  async function set(key: string, value: unknown, expires?: number): Promise<boolean> {
    if (typeof value !== 'string') throw new TypeError('Only serialised values can be stored');
    const sql = 'INSERT OR REPLACE INTO entries (key, value, expires) VALUES (?, ?, ?)';
    await run((db) => db.prepare(sql).run(key, value, expires ?? null));
    return true;
  }

  async function remove(key: string): Promise<boolean> {
    const { changes } = await run((db) => db.prepare('DELETE FROM entries WHERE key = ?').run(key));
    return changes > 0;
  }

  async function* iterator(): AsyncGenerator<[string, string], void, void> {
    const keys = await run((db) => db.prepare('SELECT key FROM entries ORDER BY key').all());
    for (const { key } of keys) {
      const value = await get(String(key));
      if (value !== undefined) yield [String(key), value];
    }
  }

  function run<T>(action: (db: DatabaseSync) => T): Promise<T> {
    return inTurn(async () => {
      try {
        const db = await opened();
        return await withPatience(patienceMs, () => action(db));
      } catch (error) {
        if (!isDamagedDatabase(error)) throw error;
      }
      await disconnect();
      await removeDatabase(path);
      return action(await opened());
    });
  }

  async function opened(): Promise<DatabaseSync> {
    open ??= await openStorage(path, now());
    return open;
  }

  async function disconnect(): Promise<void> {
    open?.close();
    open = null;
  }
}

async function openStorage(path: string, time: number): Promise<DatabaseSync> {
  const { DatabaseSync } = await import('node:sqlite');
  const db = new DatabaseSync(path, { timeout: 20 });
  try {
    await withPatience(patienceMs, () => db.exec(setUp));
    await withPatience(patienceMs, () => db.prepare('DELETE FROM entries WHERE expires <= ?').run(time));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
