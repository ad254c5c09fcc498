import type { DatabaseSync } from 'node:sqlite';
import { tokenizer } from './full-text.ts';

/** "embi": tells our index from other programs' databases. */
const applicationId = 0x656d6269;

/** Counted up when the tables or their meaning change; an index with another number is made anew. */
const schemaVersion = 6;

const texts = `
  CREATE VIRTUAL TABLE texts USING fts5 (
    text, name, handle, state, article, content = '', contentless_delete = 1, tokenize = "${tokenizer}"
  )`;

/** `key` is the order in which a search lists posts: that of posting. `sort` is that of all other lists. */
const tables = `
  CREATE TABLE posts (
    key INTEGER PRIMARY KEY, post TEXT NOT NULL, sort TEXT NOT NULL, platform TEXT NOT NULL,
    n INTEGER NOT NULL, sha256 TEXT NOT NULL, captured_at TEXT NOT NULL, state TEXT NOT NULL,
    content_n INTEGER, source TEXT, handle TEXT COLLATE NOCASE, name TEXT, created_at TEXT, text TEXT
  ) STRICT;
  CREATE TABLE names (key TEXT NOT NULL, post TEXT NOT NULL, PRIMARY KEY (key, post)) STRICT, WITHOUT ROWID;
  CREATE TABLE articles (article TEXT NOT NULL, sort TEXT NOT NULL, PRIMARY KEY (article, sort)) STRICT, WITHOUT ROWID;
  CREATE TABLE due (
    post TEXT PRIMARY KEY, platform TEXT NOT NULL, state TEXT NOT NULL, born_at INTEGER,
    changed_at INTEGER NOT NULL, since INTEGER NOT NULL, checked_at INTEGER NOT NULL, next_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE leases (post TEXT PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE ledgers (name TEXT PRIMARY KEY, bytes INTEGER NOT NULL, chain TEXT NOT NULL) STRICT;
`;

const indexes = `
  CREATE UNIQUE INDEX posts_by_post ON posts (post);
  CREATE UNIQUE INDEX posts_by_sort ON posts (sort);
  CREATE INDEX posts_by_state ON posts (state, sort);
  CREATE INDEX posts_by_author ON posts (handle, sort);
  CREATE INDEX posts_by_author_and_state ON posts (handle, state, sort);
  CREATE INDEX posts_by_date ON posts (created_at, sort);
  CREATE INDEX posts_by_state_and_date ON posts (state, created_at, sort);
  CREATE INDEX posts_by_author_and_date ON posts (handle, created_at, sort, state);
  CREATE INDEX names_by_post ON names (post);
  CREATE INDEX articles_by_post ON articles (sort);
  CREATE INDEX due_by_time ON due (platform, next_at) WHERE next_at IS NOT NULL;
`;

/** Say whose a database is. An index that has been begun and not finished is told from one by its version. */
export function claimDatabase(db: DatabaseSync): void {
  db.exec(`PRAGMA application_id = ${applicationId}`);
}

/** Make the tables, to be filled. */
export function createTables(db: DatabaseSync): void {
  db.exec(tables);
  createTexts(db);
}

/** Make the table of words alone. */
export function createTexts(db: DatabaseSync): void {
  db.exec(texts);
}

/**
 * Have FTS5 merge what it wrote down only when there are 16 pieces of one size, not four: while many posts are taken in, each
 * word is then copied half as often. Kept in the index until {@link mergeAsUsual}.
 */
export function mergeLate(db: DatabaseSync): void {
  db.exec(`INSERT INTO texts (texts, rank) VALUES ('automerge', 0)`);
}

/** Have FTS5 merge as it does by itself. */
export function mergeAsUsual(db: DatabaseSync): void {
  db.exec(`INSERT INTO texts (texts, rank) VALUES ('automerge', 4)`);
}

/** Say that the index has been built to the end. */
export function markBuilt(db: DatabaseSync): void {
  db.exec(`PRAGMA user_version = ${schemaVersion}`);
}

/** Make what finds rows quickly, once there are rows: sorting them is faster than putting each in its place. */
export function createIndexes(db: DatabaseSync): void {
  db.exec(indexes);
}

/** Whether a database is an index that has been built to the end. */
export function isBuilt(db: DatabaseSync): boolean {
  return pragma(db, 'application_id') === applicationId && pragma(db, 'user_version') === schemaVersion;
}

/** Whether a database has nothing in it. */
export function isBlank(db: DatabaseSync): boolean {
  const found = db.prepare('SELECT count(*) AS n FROM sqlite_schema').get();
  return found?.['n'] === 0 && pragma(db, 'application_id') === 0 && pragma(db, 'user_version') === 0;
}

/** Whether an index is to be made here, or anew: a program is at it, or died over it, or it is that of another version. */
export function isToBeMade(db: DatabaseSync): boolean {
  return isBlank(db) || (pragma(db, 'application_id') === applicationId && !isBuilt(db));
}

function pragma(db: DatabaseSync, name: 'application_id' | 'user_version'): unknown {
  return db.prepare(`PRAGMA ${name}`).get()?.[name];
}
