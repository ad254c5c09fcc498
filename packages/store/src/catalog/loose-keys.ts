import type { DatabaseSync } from 'node:sqlite';

/** Tables that names and articles of posts are put into. */
export interface KeyTables {
  readonly names: string;
  readonly articles: string;
}

/** Those where they belong. */
export const keyTables: KeyTables = { names: 'names', articles: 'articles' };

/** Those where they are gathered while many posts are taken in. */
export const looseKeyTables: KeyTables = { names: 'temp.loose_names', articles: 'temp.loose_articles' };

/**
 * Gather names and articles of many posts, and put them where they belong in their order: as they come, each would be put
 * at another place of a large table.
 */
export function gatherKeys(db: DatabaseSync): { readonly settle: () => void } {
  const { names, articles } = looseKeyTables;
  db.exec(`CREATE TABLE ${names} (key TEXT, post TEXT); CREATE TABLE ${articles} (article TEXT, sort TEXT);`);
  return {
    settle: () =>
      db.exec(`
        INSERT OR IGNORE INTO names SELECT key, post FROM ${names} ORDER BY key, post;
        INSERT OR IGNORE INTO articles SELECT article, sort FROM ${articles} ORDER BY article, sort;
        DROP TABLE ${names}; DROP TABLE ${articles};
      `),
  };
}
