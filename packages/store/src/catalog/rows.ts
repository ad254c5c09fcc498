import { parseSource, parseState, platformOf } from '@embalm/post';
import { count, nullable, object, postId, string } from '@embalm/post/decode';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { putRecordLook } from '../due/due-rows.ts';
import { sha256 } from '../record/parse-exchange.ts';
import { type PostSummary, sortKeyOf } from './post-summary.ts';

/** What the index takes in of a post. */
export interface PostEntry {
  readonly summary: PostSummary;
  readonly nameKeys: readonly string[];
}

/** How far a month's ledger had come: a line ended at `bytes`, with this chain. */
export interface LedgerWitness {
  /** The file's name, as in `2026-11.jsonl`. */
  readonly name: string;
  readonly bytes: number;
  readonly chain: string;
}

const columns = `post, n, sha256, captured_at AS capturedAt, state, content_n AS contentN, source, handle, name,
  created_at AS createdAt, text`;

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

/** Read summaries with the rest of a SELECT, as in `WHERE post = ?`. */
export function selectSummaries(
  db: DatabaseSync,
  rest: string,
  parameters: Readonly<Record<string, SQLInputValue>>,
): readonly PostSummary[] {
  return db
    .prepare(`SELECT ${columns} FROM posts ${rest}`)
    .all({ ...parameters })
    .map(summary);
}

/** How many posts the index knows. */
export function countPosts(db: DatabaseSync): number {
  return object<{ n: number }>({ n: count })(db.prepare('SELECT count(*) AS n FROM posts').get()).n;
}

/** Take in a post. What the index already knows better stays: it only ever goes forward. */
export function putEntry(db: DatabaseSync, { summary: row, nameKeys }: PostEntry): void {
  const { changes } = db
    .prepare(
      `INSERT INTO posts (post, sort, platform, n, sha256, captured_at, state, content_n, source, handle, name, created_at, text)
     VALUES (:post, :sort, :platform, :n, :sha256, :capturedAt, :state, :contentN, :source, :handle, :name, :createdAt, :text)
     ON CONFLICT (post) DO UPDATE SET n = excluded.n, sha256 = excluded.sha256, captured_at = excluded.captured_at,
       state = excluded.state, content_n = excluded.content_n, source = excluded.source, handle = excluded.handle,
       name = excluded.name, created_at = excluded.created_at, text = excluded.text
     WHERE excluded.n > posts.n`,
    )
    .run({ ...row, sort: sortKeyOf(row.post), platform: platformOf(row.post) });
  if (changes !== 0) putRecordLook(db, row);
  const putName = db.prepare('INSERT OR IGNORE INTO names (key, post) VALUES (?, ?)');
  for (const key of nameKeys) putName.run(key, row.post);
}

/** The keys under which a post is known, in order. */
export function nameKeysIn(db: DatabaseSync, post: string): readonly string[] {
  return db
    .prepare('SELECT key FROM names WHERE post = ? ORDER BY key')
    .all(post)
    .map(object<{ key: string }>({ key: string }))
    .map(({ key }) => key);
}

/** Remember how far a ledger has come; it only ever goes forward. */
export function putWitness(db: DatabaseSync, row: LedgerWitness): void {
  db.prepare(
    `INSERT INTO ledgers (name, bytes, chain) VALUES (:name, :bytes, :chain)
     ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes, chain = excluded.chain WHERE excluded.bytes > ledgers.bytes`,
  ).run({ ...row });
}

/** What is remembered of the ledgers, oldest first. */
export function witnessesIn(db: DatabaseSync): readonly LedgerWitness[] {
  return db.prepare('SELECT name, bytes, chain FROM ledgers ORDER BY name').all().map(witness);
}
