import { setImmediate as nextTurn } from 'node:timers/promises';
import { count, object, postId, string } from '@embalm/post/decode';
import type { PostId } from '@embalm/post';
import type { DatabaseSync } from 'node:sqlite';
import { putAllTexts, withArticleWords } from '../catalog/rows.ts';
import { createTexts } from '../catalog/schema.ts';

/** What compares the words of an index with its posts. */
interface WordComparison {
  readonly db: DatabaseSync;
  readonly goOn: () => void;
}

/** Texts that are held in memory at a time. */
const pageSize = 2000;

/** Rows between two looks at whether to go on. */
const rowsAtOnce = 10_000;

/**
 * Compare the words that a search finds with the texts of the posts in the same index: all words, in their places. FTS5
 * keeps no texts here and cannot tell by itself. As many posts as have the same words come to the same sum, which takes a
 * few seconds for 100,000 posts; only if it differs is it made for each post.
 *
 * @param url Of the index, for SQLite.
 * @returns The posts whose words are others; `null` stands for words of no post.
 */
export async function compareWords(url: string, goOn: () => void): Promise<readonly (PostId | null)[]> {
  const { DatabaseSync } = await import('node:sqlite');
  using db = new DatabaseSync(':memory:');
  createTexts(db);
  db.prepare('ATTACH ? AS file').run(url);
  db.exec(`
    CREATE VIRTUAL TABLE temp.file_words USING fts5vocab(file, texts, instance);
    CREATE VIRTUAL TABLE temp.own_words USING fts5vocab(main, texts, instance);
    -- All looks see the index as it is now, whoever adds to it meanwhile.
    BEGIN`);
  const comparison = { db, goOn };
  const expected = new Int32Array(2);
  for await (const _ of pagesOfWords(comparison)) await addSum(comparison, 'own_words', expected);
  const actual = new Int32Array(2);
  await addSum(comparison, 'file_words', actual);
  if (expected[0] === actual[0] && expected[1] === actual[1]) return [];
  const found = await sumsByKey(comparison, 'file_words');
  const others: (PostId | null)[] = [];
  for await (const page of pagesOfWords(comparison)) {
    const own = await sumsByKey(comparison, 'own_words');
    for (const { key, post } of page) {
      if (own.get(key) !== found.get(key)) others.push(post);
      found.delete(key);
    }
  }
  return found.size === 0 && others.length > 0 ? others : [...others, null];
}

interface KeyedPost {
  readonly key: string;
  readonly post: PostId;
}

const keyedPost = object<KeyedPost>({ key: string, post: postId });

/** Yields posts of the index when their words, as they should be, are in `own_words`. */
async function* pagesOfWords({ db, goOn }: WordComparison): AsyncGenerator<readonly KeyedPost[], void, void> {
  let after: string | null = null;
  for (;;) {
    goOn();
    await nextTurn();
    const rows: string = `SELECT * FROM file.posts ${after === null ? '' : `WHERE key > ${after}`} ORDER BY key LIMIT ${pageSize}`;
    const page = db.prepare(`SELECT CAST(key AS TEXT) AS key, post FROM (${rows})`).all().map(keyedPost);
    after = page.at(-1)?.key ?? null;
    if (after === null) return;
    db.exec(`INSERT INTO main.texts (texts) VALUES ('delete-all')`);
    putAllTexts(db, withArticleWords(`(${rows})`, 'file.articles'));
    yield page;
  }
}

type Words = 'own_words' | 'file_words';

/** A mark that stands alone, without its letter, is a word of no letters. */
const termOf = "coalesce(words.term, '')";

/** Columns differ in their first letters. */
const weightOfPlace = '((doc % 2147483629) * (offset * 128 + unicode(col))) % 2147483647';

const termSum = object<{ term: string; weight: number }>({ term: string, weight: count });

/**
 * Add up two lanes of 32 bits: the same for the same words in the same places of the same posts, in whatever order and in how
 * many parts they were taken in.
 */
async function addSum({ db, goOn }: WordComparison, words: Words, sum: Int32Array): Promise<void> {
  const rows = db
    .prepare(
      `SELECT ${termOf} AS term, sum(${weightOfPlace}) & 4294967295 AS weight FROM temp.${words} AS words GROUP BY words.term`,
    )
    .iterate();
  let seen = 0;
  for (const row of rows) {
    const { term, weight } = termSum(row);
    sum[0] = (sum[0] ?? 0) + Math.imul(weight, numberOf(term, 0x811c9dc5));
    sum[1] = (sum[1] ?? 0) + Math.imul(weight, numberOf(term, 0x5bd1e995));
    if ((seen += 1) % rowsAtOnce !== 0) continue;
    goOn();
    await nextTurn();
  }
}

interface Place {
  readonly term: string;
  readonly key: string;
  readonly place: number;
}

const place = object<Place>({ term: string, key: string, place: count });

/** Such a sum for each post, by its key. */
async function sumsByKey({ db, goOn }: WordComparison, words: Words): Promise<Map<string, number>> {
  const rows = db
    .prepare(
      `SELECT ${termOf} AS term, CAST(doc AS TEXT) AS key, offset * 128 + unicode(col) AS place FROM temp.${words} AS words`,
    )
    .iterate();
  const sums = new Map<string, number>();
  let term: string | null = null;
  let number = 0;
  let seen = 0;
  for (const row of rows) {
    const found = place(row);
    if (found.term !== term) number = numberOf((term = found.term), 0x811c9dc5);
    sums.set(found.key, ((sums.get(found.key) ?? 0) + Math.imul(number, found.place)) | 0);
    if ((seen += 1) % rowsAtOnce !== 0) continue;
    goOn();
    await nextTurn();
  }
  return sums;
}

/** FNV-1a: a tenth of the time of a digest. It is to find damage, not deceit, which would change the posts' rows as well. */
function numberOf(term: string, seed: number): number {
  let number = seed;
  for (let at = 0; at < term.length; at += 1) number = Math.imul(number ^ term.charCodeAt(at), 0x01000193);
  return number | 1;
}
