import type { DatabaseSync } from 'node:sqlite';
import { string } from '@embalm/post/decode';
import { putDue } from '../due/due-rows.ts';
import { prepared } from '../sqlite/prepared.ts';
import type { EntryRows, Values } from './entry-rows.ts';
import { type KeyTables, keyTables } from './loose-keys.ts';
import { firstUndatedKey, isSameTime, lastKeyBeside } from './time-key.ts';

/** Puts posts into the index. */
export interface EntryWriter {
  /** Take in a post that the index does not know, but for its words. @returns Its key. */
  add(rows: EntryRows): bigint;
  /** Take in the words of a post. */
  putWords(key: bigint, words: Values): void;
  /** Take in a post and its words. What the index already knows better stays: it only ever goes forward. */
  put(rows: EntryRows): void;
}

/**
 * Make what puts posts into an index.
 *
 * @param tables Where names and articles go; default where they belong.
 */
export function createEntryWriter(db: DatabaseSync, { names, articles }: KeyTables = keyTables): EntryWriter {
  // By position: 14 values that are bound by their names take three times as long.
  const putPost = prepared(db, 'INSERT OR REPLACE INTO posts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  // Of values, not of a SELECT: before each of those, FTS5 writes down all that it has gathered.
  const putText = prepared(
    db,
    'INSERT OR REPLACE INTO texts (rowid, text, name, handle, state) VALUES (?, ?, ?, ?, ?)',
  );
  const putName = prepared(db, `INSERT OR IGNORE INTO ${names} VALUES (?, ?)`);
  const putArticle = prepared(db, `INSERT OR IGNORE INTO ${articles} VALUES (?, ?)`);
  const greatest = prepared(db, 'SELECT CAST(max(key) AS TEXT) AS key FROM posts').get()?.['key'];
  /** Above it, all keys are free. */
  let highest = typeof greatest === 'string' ? BigInt(greatest) : null;
  const holder = prepared(db, 'SELECT 1 FROM posts WHERE key = ?');
  return { add, putWords, put };

  function add(rows: EntryRows): bigint {
    const key = rows.timeKey === null ? keyAtEnd() : freeKeyFrom(BigInt(rows.timeKey));
    putRows(key, rows);
    return key;
  }

  function put(rows: EntryRows): void {
    const known = prepared(db, 'SELECT CAST(key AS TEXT) AS key, n FROM posts WHERE post = ?').get(rows.post);
    if (known === undefined) return putWords(add(rows), rows.words);
    if (Number(known['n']) >= rows.n) return putKeys(rows);
    const before = BigInt(string(known['key']));
    if (isSameTime(before, rows.timeKey === null ? null : BigInt(rows.timeKey))) {
      putRows(before, rows);
      return putWords(before, rows.words);
    }
    prepared(db, 'DELETE FROM texts WHERE rowid = ?').run(before);
    return putWords(add(rows), rows.words);
  }

  function putWords(key: bigint, words: Values): void {
    putText.run(key, ...words);
  }

  function putRows(key: bigint, rows: EntryRows): void {
    if (highest === null || key > highest) highest = key;
    putPost.run(key, ...rows.values);
    putDue(db, rows.due);
    putKeys(rows);
  }

  function putKeys({ post, sort, nameKeys, articles: keys }: EntryRows): void {
    for (const name of nameKeys) putName.run(name, post);
    for (const article of keys) putArticle.run(article, sort);
  }

  /** Posts of one time stand side by side, as they were taken in. */
  function freeKeyFrom(wanted: bigint): bigint {
    if (highest === null || wanted > highest) return wanted;
    let key = wanted;
    while (holder.get(key) !== undefined) key = keyAfter(key, lastKeyBeside(key));
    return key;
  }

  function keyAtEnd(): bigint {
    return keyAfter(firstUndatedKey - 1n, 2n ** 63n - 1n);
  }

  /** The one after the last that is taken, of those from `first` to `last`. */
  function keyAfter(first: bigint, last: bigint): bigint {
    const found = prepared(db, 'SELECT CAST(max(key) AS TEXT) AS key FROM posts WHERE key BETWEEN ? AND ?').get(
      first,
      last,
    );
    const taken = found?.['key'];
    return (typeof taken === 'string' ? BigInt(taken) : first) + 1n;
  }
}
