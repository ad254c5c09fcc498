import type { StatementSync } from 'node:sqlite';

/** What an export has to remember until its end. It is on the disk, so that its size does not matter. */
export interface Scratch extends Disposable {
  /**
   * Keep a value under a key, if there is none yet.
   *
   * @returns The value that was there before, or `null`.
   */
  claim(key: string, value: string): string | null;
  /** Put a line aside, with its line feed. */
  addLine(list: LineList, line: string): void;
  /** The lines of the index in the order of their bytes, others as they came. */
  linesOf(list: LineList): Iterable<string>;
}

/** What lines are put aside for. */
type LineList = 'index' | 'pages' | 'files';

/** Open a scratch: a private database of SQLite, which the system removes however the program ends. */
export async function openScratch(): Promise<Scratch> {
  const { DatabaseSync } = await import('node:sqlite');
  const db = new DatabaseSync('');
  db.exec(`
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = -8000;
    CREATE TABLE claims (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE "index" (line TEXT NOT NULL);
    CREATE TABLE pages (line TEXT NOT NULL);
    CREATE TABLE files (line TEXT NOT NULL);
    BEGIN;
  `);
  const find = db.prepare('SELECT value FROM claims WHERE key = ?');
  const keep = db.prepare('INSERT INTO claims VALUES (?, ?)');
  const add = {
    index: db.prepare('INSERT INTO "index" VALUES (?)'),
    pages: db.prepare('INSERT INTO pages VALUES (?)'),
    files: db.prepare('INSERT INTO files VALUES (?)'),
  };
  const list = {
    index: db.prepare('SELECT line FROM "index" ORDER BY line'),
    pages: db.prepare('SELECT line FROM pages ORDER BY rowid'),
    files: db.prepare('SELECT line FROM files ORDER BY rowid'),
  };
  return {
    claim(key, value) {
      const before = textIn(find.get(key), 'value');
      if (before === null) keep.run(key, value);
      return before;
    },
    addLine: (name, line) => void add[name].run(line),
    *linesOf(name) {
      for (const row of list[name].iterate()) yield textIn(row, 'line') ?? '';
    },
    [Symbol.dispose]: () => db.close(),
  };
}

function textIn(row: ReturnType<StatementSync['get']>, column: string): string | null {
  const value = row?.[column];
  return typeof value === 'string' ? value : null;
}
