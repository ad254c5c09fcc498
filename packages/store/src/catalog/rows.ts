import { parseSource, parseState, type PostId } from '@embalm/post';
import { count, nullable, object, postId, string } from '@embalm/post/decode';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { sha256 } from '../record/parse-exchange.ts';
import { prepared } from '../sqlite/prepared.ts';
import { searchable } from './entry-rows.ts';
import { articleWord } from './name-key.ts';
import { type PostSummary, sortKeyOf } from './post-summary.ts';

/** How far a month's ledger had come: a line ended at `bytes`, with this chain. */
export interface LedgerWitness {
  /** The file's name, as in `2026-11.jsonl`. */
  readonly name: string;
  readonly bytes: number;
  readonly chain: string;
}

const columns = `posts.post, posts.n, posts.sha256, posts.captured_at AS capturedAt, posts.state,
  posts.content_n AS contentN, posts.source, posts.handle, posts.name, posts.created_at AS createdAt, posts.text`;

const summary = object<PostSummary>({
  post: postId,
  n: count,
  sha256,
  capturedAt: string,
  state: parseState,
  contentN: nullable(count),
  source: nullable(parseSource),
  handle: nullable(string),
  name: nullable(string),
  createdAt: nullable(string),
  text: nullable(string),
});

const witness = object<LedgerWitness>({ name: string, bytes: count, chain: string });

/** Read summaries with the rest of a SELECT, from its FROM on, as in `FROM posts WHERE post = :post`. */
export function selectSummaries(
  db: DatabaseSync,
  rest: string,
  parameters: Readonly<Record<string, SQLInputValue>>,
): readonly PostSummary[] {
  return prepared(db, `SELECT ${columns} ${rest}`)
    .all({ ...parameters })
    .map(summary);
}

/** What the index knows of a post, or `null`. */
export function summaryOf(db: DatabaseSync, post: string): PostSummary | null {
  return selectSummaries(db, 'FROM posts WHERE post = :post', { post })[0] ?? null;
}

/** Which posts the index knows, and how many records each has: a page, in the order of their names. */
export function recordCounts(
  db: DatabaseSync,
  after: string,
  most: number,
): readonly { readonly post: PostId; readonly n: number }[] {
  return prepared(db, 'SELECT post, n FROM posts WHERE post > ? ORDER BY post LIMIT ?')
    .all(after, most)
    .map(object<{ post: PostId; n: number }>({ post: postId, n: count }));
}

/** How many posts the index knows. */
export function countPosts(db: DatabaseSync): number {
  return object<{ n: number }>({ n: count })(db.prepare('SELECT count(*) AS n FROM posts').get()).n;
}

/** Forget a post. */
export function removeEntry(db: DatabaseSync, post: PostId): void {
  prepared(db, 'DELETE FROM texts WHERE rowid = (SELECT key FROM posts WHERE post = ?)').run(post);
  prepared(db, 'DELETE FROM articles WHERE sort = ?').run(sortKeyOf(post));
  for (const table of ['names', 'due', 'leases', 'posts'])
    prepared(db, `DELETE FROM ${table} WHERE post = ?`).run(post);
}

/**
 * Take in the text of all posts at once, in the order of their keys: in any other, FTS5 takes ten times as long.
 *
 * @param posts What has their rows, and `article_words`: a SELECT in parentheses, by itself that of all posts.
 */
export function putAllTexts(db: DatabaseSync, posts: string = withArticleWords('posts', 'articles')): void {
  db.function('searchable', { deterministic: true }, searchable);
  db.function('article_word', { deterministic: true }, (article) => articleWord(String(article)));
  db.exec(
    `INSERT INTO texts (rowid, text, name, handle, state, article)
     SELECT key, searchable(text), searchable(name), searchable(handle), state, article_words FROM ${posts} ORDER BY key`,
  );
}

/** Rows of posts with the words of the articles that led to them, as `articleWords` makes them, for {@link putAllTexts}. */
export function withArticleWords(posts: string, articles: string): string {
  return `(
    SELECT posts.*, (
      SELECT group_concat(word, ' ' ORDER BY word)
      FROM (SELECT article_word(article) AS word FROM ${articles} AS led WHERE led.sort = posts.sort)
    ) AS article_words
    FROM ${posts} AS posts
  )`;
}

/** The keys under which a post is known, in order. */
export function nameKeysIn(db: DatabaseSync, post: string): readonly string[] {
  return prepared(db, 'SELECT key FROM names WHERE post = ? ORDER BY key')
    .all(post)
    .map(object<{ key: string }>({ key: string }))
    .map(({ key }) => key);
}

/** The keys of the articles that led to a post, in order. */
export function articlesIn(db: DatabaseSync, post: PostId): readonly string[] {
  return prepared(db, 'SELECT article FROM articles WHERE sort = ? ORDER BY article')
    .all(sortKeyOf(post))
    .map(object<{ article: string }>({ article: string }))
    .map(({ article }) => article);
}

/** Remember how far a ledger has come; it only ever goes forward. */
export function putWitness(db: DatabaseSync, row: LedgerWitness): void {
  prepared(
    db,
    `INSERT INTO ledgers (name, bytes, chain) VALUES (:name, :bytes, :chain)
     ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes, chain = excluded.chain WHERE excluded.bytes > ledgers.bytes`,
  ).run({ ...row });
}

/** What is remembered of the ledgers, oldest first. */
export function witnessesIn(db: DatabaseSync): readonly LedgerWitness[] {
  return db.prepare('SELECT name, bytes, chain FROM ledgers ORDER BY name').all().map(witness);
}
