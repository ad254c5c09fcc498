import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, closeSync, openSync, readdirSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemsOf } from '../test/problems-of.ts';
import { randomRow } from '../test/random-row.ts';
import { draftOf, exchangeOf } from '../test/snapshots.ts';
import { temporaryPlace } from '../test/temporary-place.ts';
import { readCheckpoint } from './checkpoint/checkpoint-file.ts';
import { type Archive, openArchive } from './index.ts';
import { numberOfRecord, postOfFolder } from './layout.ts';
import { readBlobs } from './verify/read-blobs.ts';
import { readPosts } from './verify/read-posts.ts';
import { beginVerification } from './verify/verification.ts';
import { verifyLedgers } from './verify/verify-ledgers.ts';

const corruptions = 1_000_000;
const timeout = 1_800_000;
/** So many of them are looked for by a whole `verify`, too. */
const wholeLooks = 500;

/** A file of an archive, and how `verify` looks at it. */
interface Target {
  readonly kind: string;
  readonly path: string;
  readonly bytes: number;
  /** Whether something is found wrong with it. */
  readonly isRefused: () => boolean | Promise<boolean>;
}

async function fill(archive: Archive): Promise<void> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const body = await archive.keep(Buffer.from('{"text":"the body of an answer"}'.repeat(200)));
  for (const post of ['x:20', 'x:21', 'x:20'] as const) {
    const { sha256 } = await archive.commit(draftOf(post, { exchanges: [exchangeOf(body)] }));
    await archive.note({ post, record: sha256, ...draftOf(post).observation });
  }
  await archive.forget('x:21', { why: 'asked to', by: 'a test' });
  await archive.checkpoint(privateKey);
}

function targetsIn(root: string): readonly Target[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).flatMap((path): readonly Target[] => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const file = { path, bytes: statSync(join(root, path)).size };
    if (/^blobs\/.{5}\/./.test(path)) {
      const isRefused = (): boolean => readBlobs({ root, digests: [name], since: null }).problems.length > 0;
      return [{ ...file, kind: 'blob', isRefused }];
    }
    if (/^posts\/.*\.json$/.test(path)) {
      const post = postOfFolder(path.split('/')[2] ?? '');
      if (post === null) throw new RangeError(`No post is in ${path}`);
      const isRefused = (): boolean =>
        readPosts({ root, posts: [post], since: null }).some(({ problems }) => problems.length > 0);
      return [{ ...file, kind: name === 'forgotten.json' ? 'notice' : 'record', isRefused }];
    }
    if (/^checks\/./.test(path)) return [{ ...file, kind: 'ledger', isRefused: () => hasLedgerProblem(root) }];
    if (/^checkpoints\/./.test(path)) {
      const isRefused = (): Promise<boolean> => isRefusedCheckpoint(root, numberOfRecord(name) ?? 0);
      return [{ ...file, kind: 'checkpoint', isRefused }];
    }
    return [];
  });
}

async function hasLedgerProblem(root: string): Promise<boolean> {
  let problems = 0;
  await verifyLedgers(beginVerification(root, { onProblem: () => (problems += 1) }), []);
  return problems > 0;
}

function isRefusedCheckpoint(root: string, n: number): Promise<boolean> {
  return readCheckpoint(root, n).then(
    (found) => found === null,
    () => true,
  );
}

test('a million times, one byte of a small archive is changed: nothing changed is accepted', { timeout }, async () => {
  await using place = await temporaryPlace();
  await using archive = await openArchive(place.path);
  await fill(archive);
  expect(await problemsOf(archive)).toStrictEqual([]);
  const targets = targetsIn(place.path);
  const total = targets.reduce((sum, { bytes }) => sum + bytes, 0);
  const random = randomRow(9);
  const tried: Record<string, number> = {};
  const accepted: string[] = [];
  for (let count = 0; count < corruptions; count += 1) {
    let at = Math.floor(random() * total);
    const target = targets.find(({ bytes }) => (at -= bytes) < 0);
    if (target === undefined) throw new RangeError('There is no such byte');
    const { kind, path, bytes, isRefused } = target;
    const restore = changeByte(join(place.path, path), at + bytes, 1 + Math.floor(random() * 255));
    tried[kind] = (tried[kind] ?? 0) + 1;
    if (!(await isRefused())) accepted.push(`${path} ${at + bytes}`);
    if (count % (corruptions / wholeLooks) === 0 && (await problemsOf(archive)).length === 0) {
      accepted.push(`${path} ${at + bytes}, by a whole verify`);
    }
    restore();
  }
  console.log(`${corruptions} changed bytes, ${accepted.length} accepted: ${JSON.stringify(tried)}`);
  expect(accepted).toStrictEqual([]);
  expect(Object.keys(tried).toSorted()).toStrictEqual(['blob', 'checkpoint', 'ledger', 'notice', 'record']);
  expect(await problemsOf(archive)).toStrictEqual([]);
});

/** Change a byte of a file. @returns What puts it back. */
function changeByte(path: string, position: number, by: number): () => void {
  chmodSync(path, 0o644);
  const file = openSync(path, 'r+');
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, position);
  writeSync(file, Buffer.from([(byte.readUInt8() ^ by) & 0xff]), 0, 1, position);
  return () => {
    writeSync(file, byte, 0, 1, position);
    closeSync(file);
  };
}
