import { platformOf } from '@embalm/post';
import { string } from '@embalm/post/decode';
import type { DatabaseSync } from 'node:sqlite';
import { putDue } from '../due/due-rows.ts';
import { prepared } from '../sqlite/prepared.ts';
import type { EntryRows } from './entry-rows.ts';
import { articleWords } from './name-key.ts';
import { articlesIn } from './rows.ts';
import { firstUndatedKey, isSameTime, lastKeyBeside } from './time-key.ts';

/** Puts posts into the index. */
export interface EntryWriter {
  /** Take in a post that the index does not know, but for its words, names and articles. @returns Its key. */
  add(rows: EntryRows): bigint;
  /** Take in the words of a post that has none in the index, and no other articles. */
  addWords(key: bigint, rows: EntryRows): void;
  /** Take in a post with all it has. What the index already knows better stays: it only ever goes forward. */
  put(rows: EntryRows): void;
}

/** Make what puts posts into an index. */
export function createEntryWriter(db: DatabaseSync): EntryWriter {
  // By position: 14 values that are bound by their names take three times as long.
  const putPost = prepared(db, 'INSERT OR REPLACE INTO posts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  // Of values, not of a SELECT: before each of those, FTS5 writes down all that it has gathered. Nor with OR REPLACE, which
  // takes a tenth longer and finds nothing to replace.
  const addText = prepared(
    db,
    'INSERT INTO texts (rowid, text, name, handle, state, article) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const greatest = prepared(db, 'SELECT CAST(max(key) AS TEXT) AS key FROM posts').get()?.['key'];
  /** Above it, all keys are free. */
  let highest = typeof greatest === 'string' ? BigInt(greatest) : null;
  const holder = prepared(db, 'SELECT 1 FROM posts WHERE key = ?');
  return { add, addWords, put };

  function add(rows: EntryRows): bigint {
    const key = rows.timeKey === null ? keyAtEnd() : freeKeyFrom(BigInt(rows.timeKey));
    putRows(key, rows);
    return key;
  }

  function put(rows: EntryRows): void {
    const { post, n } = rows.summary;
    const known = prepared(db, 'SELECT CAST(key AS TEXT) AS key, n FROM posts WHERE post = ?').get(post);
    putKeys(rows);
    if (known === undefined) return addWords(add(rows), rows);
    if (Number(known['n']) >= n) return;
    const before = BigInt(string(known['key']));
    prepared(db, 'DELETE FROM texts WHERE rowid = ?').run(before);
    const all = { ...rows, articleWords: articleWords(articlesIn(db, post)) };
    if (!isSameTime(before, rows.timeKey === null ? null : BigInt(rows.timeKey))) return addWords(add(all), all);
    putRows(before, all);
    return addWords(before, all);
  }

  function addWords(key: bigint, { summary, words, articleWords: led }: EntryRows): void {
    const { text, name, handle, state } = summary;
    if (words === null) addText.run(key, text, name, handle, state, led);
    else addText.run(key, ...words, state, led);
  }

  function putRows(key: bigint, { summary, sort, due }: EntryRows): void {
    if (highest === null || key > highest) highest = key;
    const { post, n, sha256, capturedAt, state, contentN, source, handle, name, createdAt, text } = summary;
    const own = [n, sha256, capturedAt, state, contentN, source, handle, name, createdAt, text] as const;
    putPost.run(key, post, sort, platformOf(post), ...own);
    putDue(db, due);
  }

  function putKeys({ summary, sort, nameKeys, articles }: EntryRows): void {
    const putName = prepared(db, 'INSERT OR IGNORE INTO names VALUES (?, ?)');
    const putArticle = prepared(db, 'INSERT OR IGNORE INTO articles VALUES (?, ?)');
    for (const name of nameKeys) putName.run(name, summary.post);
    for (const article of articles) putArticle.run(article, sort);
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
