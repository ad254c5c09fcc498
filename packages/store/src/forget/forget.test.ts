import { generateKeyPairSync } from 'node:crypto';
import { chmod, cp, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collect } from '../../test/collect.ts';
import { problemsOf } from '../../test/problems-of.ts';
import { draftOf, photoOf } from '../../test/snapshots.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import { blobPath, postFolder } from '../layout.ts';
import { openArchive } from '../open/open-archive.ts';
import { splitEntry } from './forget-entry.ts';
import { forgottenPath } from './forgotten.ts';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const reason = { why: 'the author asked', by: 'the archivist' };
const now = (): Date => new Date('2026-11-25T10:00:00.000Z');

/** Two posts that share a blob; the first has two records, a provisional name with a record of its own, and is signed. */
async function archiveToForget() {
  const place = await temporaryPlace();
  await using archive = await openArchive(place.path);
  const shared = photoOf(await archive.keep(Buffer.from('an avatar of both')));
  const own = photoOf(await archive.keep(Buffer.from('a photo of one')));
  await archive.commit(draftOf('x:~Ab'));
  await archive.commit(draftOf('x:20', { knownAs: ['x:~Ab', 'https://t.co/a'], files: { 'a.jpg': shared } }));
  const { sha256 } = await archive.commit(draftOf('x:20', { files: { 'a.jpg': shared, 'b.jpg': own } }));
  await archive.note({ post: 'x:20', record: sha256, ...draftOf('x:20').observation });
  await archive.commit(draftOf('x:21', { files: { 'a.jpg': shared } }));
  await archive.checkpoint(privateKey);
  return { place, shared: shared.sha256, own: own.sha256, head: sha256 };
}

test('a post is erased with its provisional names and the blobs that it has alone, and the ledger says so', async () => {
  const { place, shared, own, head } = await archiveToForget();
  await using _place = place;
  await using archive = await openArchive(place.path, { now });
  expect(await archive.forget('x:20', reason)).toStrictEqual({
    posts: ['x:20', 'x:~Ab'],
    records: 3,
    blobs: 1,
    bytes: 14,
  });
  expect([await archive.hasBlob(shared), await archive.hasBlob(own)]).toStrictEqual([true, false]);
  expect(await readdir(join(place.path, postFolder('x:20')))).toStrictEqual(['forgotten.json']);
  expect(await archive.head('x:20')).toBeNull();
  expect((await collect(archive.list())).map(({ post }) => post)).toStrictEqual(['x:21']);
  expect(await collect(archive.list({ search: 'text' }))).toHaveLength(1);
  expect(await archive.resolve('https://t.co/a')).toBeNull();
  const ledger = (await readFile(join(place.path, 'checks/2026-11.jsonl'), 'utf8')).trim().split('\n');
  expect(ledger.map((line) => JSON.parse(line) as unknown).slice(1)).toMatchObject([
    { kind: 'forget', post: 'x:20', n: 2, at: now().toISOString(), ...reason, blobs: [own] },
    { kind: 'forget', post: 'x:~Ab', n: 1, ...reason },
  ]);
  expect(await archive.forgotten('x:20')).toMatchObject({ n: 2, head, ...reason });
  expect(await archive.forgotten('x:21')).toBeNull();
  expect(await problemsOf(archive)).toStrictEqual([]);
  await archive.reindex();
  expect(await problemsOf(archive)).toStrictEqual([]);
  expect(await archive.checkpoint(privateKey)).toMatchObject({ checkpoint: { n: 2 } });
});

test('it is not kept again unless that is said, and then goes on from where it was', async () => {
  const { place, head } = await archiveToForget();
  await using _place = place;
  await using archive = await openArchive(place.path, { now });
  await archive.forget('x:20', reason);
  for (const post of ['x:20', 'x:~Ab'] as const) {
    await expect(archive.commit(draftOf(post))).rejects.toThrow(
      `${post} was forgotten on 2026-11-25 (the author asked)`,
    );
  }
  const again = await archive.commit(draftOf('x:20'), { again: true });
  expect(again.record).toMatchObject({ n: 3, prev: head });
  // The index takes both in at once.
  expect(await archive.resolve('https://t.co/a')).toBeNull();
  expect((await archive.commit(draftOf('x:20'))).record.n).toBe(4);
  expect(await problemsOf(archive)).toStrictEqual([]);
  expect(await archive.forget('x:20', { why: 'once more' })).toMatchObject({ posts: ['x:20'], records: 2 });
  expect(await archive.forgotten('x:20')).toMatchObject({ n: 4, by: null, why: 'once more' });
  expect(await problemsOf(archive)).toStrictEqual([]);
});

test('an erasure that ended half-way is named, and goes on when it is called again', async () => {
  const { place } = await archiveToForget();
  await using _place = place;
  const folder = join(place.path, postFolder('x:20'));
  const record = await readFile(join(folder, '000001.json'));
  await using archive = await openArchive(place.path, { now });
  await archive.forget('x:20', reason);
  await writeFile(join(folder, '000001.json'), record);
  expect(await problemsOf(archive)).toStrictEqual([`forget-unfinished ${postFolder('x:20')}/000001.json`]);
  await expect(archive.commit(draftOf('x:20'))).rejects.toThrow('was forgotten');
  expect(await archive.forget('x:20', reason)).toMatchObject({ records: 1 });
  expect(await archive.forgotten('x:20')).toMatchObject({ n: 2 });
  expect(await problemsOf(archive)).toStrictEqual([]);
});

test('a notice that nobody noted in the ledger, or that was taken away, hides nothing', async () => {
  const { place } = await archiveToForget();
  await using _place = place;
  const other = await archiveToForget();
  await using _other = other.place;
  {
    await using archive = await openArchive(other.place.path, { now });
    await archive.forget('x:20', reason);
  }
  const notice = await readFile(join(other.place.path, forgottenPath('x:20')));
  const folder = join(place.path, postFolder('x:20'));
  for (const name of await readdir(folder)) await unlink(join(folder, name));
  await writeFile(join(folder, 'forgotten.json'), notice);
  await using archive = await openArchive(place.path, { readOnly: true });
  expect(await problemsOf(archive)).toContain(`forget-unexplained ${forgottenPath('x:20')}`);
  await rm(join(folder, 'forgotten.json'));
  expect(await problemsOf(archive)).toContain(`record-missing ${postFolder('x:20')}/000002.json`);
});

test('nothing is erased, removed, signed or attested once it is to stop', async () => {
  const { place } = await archiveToForget();
  await using _place = place;
  await using archive = await openArchive(place.path, { now });
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(archive.forget('x:20', { ...reason, signal })).rejects.toThrow('enough');
  await expect(archive.collectGarbage({ signal })).rejects.toThrow('enough');
  await archive.commit(draftOf('x:22'));
  await expect(archive.checkpoint(privateKey, signal)).rejects.toThrow('enough');
  await expect(collect(archive.attest('00'.repeat(32), signal))).rejects.toThrow('enough');
  expect((await archive.head('x:20'))?.record.n).toBe(2);
  expect(await archive.verify()).toMatchObject({ problems: 0, checkpoints: 1, checks: 1 });
});

test('a notice that was taken away is missed, and made anew from the ledger', async () => {
  const { place } = await archiveToForget();
  await using _place = place;
  await using copy = await temporaryPlace();
  await using archive = await openArchive(place.path, { now });
  await archive.forget('x:20', reason);
  await archive.commit(draftOf('x:20'), { again: true });
  await cp(place.path, copy.path, { recursive: true });
  const path = forgottenPath('x:20');
  const notice = await readFile(join(place.path, path));
  for (const harm of [rm, (file: string) => chmod(file, 0o644).then(() => writeFile(file, notice.subarray(1)))]) {
    await harm(join(place.path, path));
    expect(await problemsOf(archive)).toContainEqual(expect.stringMatching(` ${path}$`));
    await rm(join(copy.path, path), { force: true });
    expect(await archive.repair({ from: copy.path })).toMatchObject({ repaired: 1, problems: 0 });
    expect(await readFile(join(place.path, path))).toStrictEqual(notice);
  }
});

test('more digests than fit into a line of the ledger go into several', () => {
  const digests = Array.from({ length: 1000 }, (_, index) => index.toString(16).padStart(64, '0'));
  const entry = { kind: 'forget', post: 'x:20', n: 1, at: now().toISOString(), by: null, why: '' } as const;
  const lines = splitEntry({ ...entry, records: digests.slice(0, 600), blobs: digests.slice(600) });
  expect(lines.flatMap(({ records, blobs }) => [...records, ...blobs])).toStrictEqual(digests);
  expect(lines.map(({ records, blobs }) => [records.length, blobs.length])).toStrictEqual([
    [400, 0],
    [200, 200],
    [0, 200],
  ]);
  expect(splitEntry({ ...entry, records: [], blobs: [] })).toHaveLength(1);
});

test('garbage is what nothing names and what has lain for a while', async () => {
  const { place, shared, own } = await archiveToForget();
  await using _place = place;
  const dayMs = 86_400_000;
  const later = (days: number) => () => new Date(Date.now() + days * dayMs);
  let orphan = '';
  {
    await using archive = await openArchive(place.path);
    orphan = (await archive.keep(Buffer.from('a blob of nobody'))).sha256;
    expect(await archive.collectGarbage()).toStrictEqual({ blobs: 0, bytes: 0 });
    await expect(archive.collectGarbage({ graceMs: dayMs - 1 })).rejects.toThrow('a day at least');
  }
  {
    await using archive = await openArchive(place.path, { now: later(8) });
    const removed: string[] = [];
    const onRemoved = (path: string): void => void removed.push(path);
    expect(await archive.collectGarbage({ dryRun: true, onRemoved })).toStrictEqual({ blobs: 1, bytes: 16 });
    expect(await archive.hasBlob(orphan)).toBe(true);
    expect(await archive.collectGarbage({ onRemoved })).toStrictEqual({ blobs: 1, bytes: 16 });
    expect(removed).toStrictEqual([blobPath(orphan), blobPath(orphan)]);
    for (const [blob, isThere] of [
      [orphan, false],
      [shared, true],
      [own, true],
    ] as const) {
      expect(await archive.hasBlob(blob)).toBe(isThere);
    }
    expect(await problemsOf(archive)).toStrictEqual([]);
  }
});
