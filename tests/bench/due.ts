import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PostId } from '@embalm/post';
import { createIndexes, createTables } from '../../packages/store/src/catalog/schema.ts';
import { releaseLeases, takeLeases, type Wanted } from '../../packages/store/src/due/leases.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { printTable } from './print-table.ts';
import { medianOf } from './render/median-of.ts';

// `pnpm bench:due`: how long it takes to take a page of due posts out of a million, as a run does.
const posts = 1_000_000;
const pageSize = 16;
const pages = 1000;
const now = Date.parse('2026-11-22T10:00:00.000Z');
const day = 86_400_000;
const platform = 'x';

await using folder = await temporaryFolder();
using db = new DatabaseSync(join(folder.path, 'index.sqlite'));
db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
createTables(db);
fill();
createIndexes(db);

const rows = [
  rowOf('one in sixty is due', measure('due', now - 59 * day)),
  rowOf('all are due', measure('due', now)),
  rowOf('all, due or not', measure('all', now)),
];
printTable([`a page of ${pageSize} out of ${posts} posts`, 'median', '99th of 100', 'most'], rows);

function rowOf(what: string, times: readonly number[]): readonly string[] {
  return [what, ...times.map((ms) => `${ms.toFixed(2)} ms`)];
}

/** Posts that have become due in the last 60 days. */
function fill(): void {
  db.exec('BEGIN');
  const insert = db.prepare(
    `INSERT INTO due (post, platform, state, born_at, changed_at, since, checked_at, next_at) VALUES (?, 'x', 'live', ?, ?, ?, ?, ?)`,
  );
  for (let index = 0; index < posts; index += 1) {
    const at = now - 60 * day + Math.floor((((index * 7919) % posts) / posts) * 60 * day);
    insert.run(`x:${1_500_000_000_000_000_000n + BigInt(index) * 7_919_000n}`, at, at, at, at, at);
  }
  db.exec('COMMIT');
}

/** Take pages, each in a transaction of its own that is flushed; what was taken is put off, as a check does. */
function measure(kind: 'due' | 'all', at: number): readonly [median: number, most99: number, most: number] {
  const times: number[] = [];
  const putOff = db.prepare('UPDATE due SET next_at = next_at + ? WHERE post = ?');
  let after: PostId | null = null;
  for (let page = 0; page < pages; page += 1) {
    const hold = { holder: 'bench', now: at, until: at + 60_000 };
    const started = performance.now();
    db.exec('BEGIN IMMEDIATE');
    const wanted: Wanted = kind === 'due' ? { kind, platform } : { kind, platform, before: now, after };
    const taken: readonly PostId[] = takeLeases(db, wanted, pageSize, hold);
    db.exec('COMMIT');
    times.push(performance.now() - started);
    if (taken.length < pageSize) throw new Error(`Only ${taken.length} posts were due`);
    after = taken.at(-1) ?? null;
    db.exec('BEGIN');
    for (const post of taken) putOff.run(120 * day, post);
    releaseLeases(db, taken, hold);
    db.exec('COMMIT');
  }
  const sorted = times.toSorted((a, b) => a - b);
  return [medianOf(times), sorted[Math.floor(pages * 0.99)] ?? 0, sorted.at(-1) ?? 0];
}
