import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { EntryRows } from './entry-rows.ts';
import { putAllTexts } from './rows.ts';

/** What is put aside while many posts are taken in. */
export interface LooseKeys {
  /** Note the names and articles of a post. */
  add(rows: EntryRows): void;
  /** Note a post whose words are still to come. */
  addWordless(key: bigint, rows: EntryRows): void;
  /** Put everything where it belongs. */
  settle(): void;
}

/** So many pairs go in at a time: one by one takes twice as long. */
const pairsAtOnce = 64;

/**
 * Gather names, articles and keys of many posts, and put them where they belong in their order: as they come, each would be
 * put at another place of a large table.
 */
export function gatherKeys(db: DatabaseSync): LooseKeys {
  db.exec(`
    CREATE TABLE temp.loose_names (key TEXT, post TEXT);
    CREATE TABLE temp.loose_articles (article TEXT, sort TEXT);
    CREATE TABLE temp.wordless (key INTEGER PRIMARY KEY, article_words TEXT);
  `);
  const names = createPairWriter(db, 'temp.loose_names');
  const articles = createPairWriter(db, 'temp.loose_articles');
  const putWordless = db.prepare('INSERT INTO temp.wordless VALUES (?, ?)');
  return { add, addWordless: (key, rows) => void putWordless.run(key, rows.articleWords), settle };

  function add({ summary, sort, nameKeys, articles: keys }: EntryRows): void {
    for (const name of nameKeys) names.add(name, summary.post);
    for (const article of keys) articles.add(article, sort);
  }

  function settle(): void {
    names.finish();
    articles.finish();
    putAllTexts(db, '(SELECT posts.*, article_words FROM temp.wordless JOIN posts USING (key))');
    db.exec(`
      INSERT OR IGNORE INTO names SELECT key, post FROM temp.loose_names ORDER BY key, post;
      INSERT OR IGNORE INTO articles SELECT article, sort FROM temp.loose_articles ORDER BY article, sort;
      DROP TABLE temp.loose_names; DROP TABLE temp.loose_articles; DROP TABLE temp.wordless;
    `);
  }
}

interface PairWriter {
  add(one: string, other: string): void;
  finish(): void;
}

/** Puts pairs into a table, many at a time. */
function createPairWriter(db: DatabaseSync, table: string): PairWriter {
  const putMany = insertPairs(db, table, pairsAtOnce);
  const waiting: string[] = [];
  return {
    add(one, other) {
      waiting.push(one, other);
      if (waiting.length === 2 * pairsAtOnce) putMany.run(...waiting.splice(0));
    },
    finish() {
      if (waiting.length > 0) insertPairs(db, table, waiting.length / 2).run(...waiting.splice(0));
    },
  };
}

function insertPairs(db: DatabaseSync, table: string, count: number): StatementSync {
  return db.prepare(`INSERT INTO ${table} VALUES ${Array.from({ length: count }, () => '(?, ?)').join(', ')}`);
}
