import type { DatabaseSync } from 'node:sqlite';
import { putAllTexts } from './rows.ts';

/** Tables that names and articles of posts are put into. */
export interface KeyTables {
  readonly names: string;
  readonly articles: string;
}

/** Those where they belong. */
export const keyTables: KeyTables = { names: 'names', articles: 'articles' };

/** Those where they are gathered while many posts are taken in. */
export const looseKeyTables: KeyTables = { names: 'temp.loose_names', articles: 'temp.loose_articles' };

/** What is put aside while many posts are taken in. */
export interface LooseKeys {
  /** Note a post whose words are still to come. */
  addWordless(key: bigint): void;
  /** Put everything where it belongs. */
  settle(): void;
}

/**
 * Gather names, articles and keys of many posts, and put them where they belong in their order: as they come, each would be
 * put at another place of a large table.
 */
export function gatherKeys(db: DatabaseSync): LooseKeys {
  const { names, articles } = looseKeyTables;
  db.exec(`
    CREATE TABLE ${names} (key TEXT, post TEXT);
    CREATE TABLE ${articles} (article TEXT, sort TEXT);
    CREATE TABLE temp.wordless (key INTEGER PRIMARY KEY);
  `);
  const putWordless = db.prepare('INSERT INTO temp.wordless VALUES (?)');
  return {
    addWordless: (key) => void putWordless.run(key),
    settle() {
      putAllTexts(db, '(SELECT posts.* FROM temp.wordless JOIN posts USING (key))');
      db.exec(`
        INSERT OR IGNORE INTO names SELECT key, post FROM ${names} ORDER BY key, post;
        INSERT OR IGNORE INTO articles SELECT article, sort FROM ${articles} ORDER BY article, sort;
        DROP TABLE ${names}; DROP TABLE ${articles}; DROP TABLE temp.wordless;
      `);
    },
  };
}
