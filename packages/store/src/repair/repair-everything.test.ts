import { copyFile, cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { generateKeyPairSync } from 'node:crypto';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ArchiveOfEverything, archiveOfEverything } from '../../test/archive-of-everything.ts';
import { flipBit } from '../../test/flip-bit.ts';
import { problemsOf } from '../../test/problems-of.ts';
import { draftOf } from '../../test/snapshots.ts';
import { temporaryPlace, type TemporaryPlace } from '../../test/temporary-place.ts';
import { type Archive, openArchive, type Refusal } from '../index.ts';
import { forgottenPath } from '../forget/forgotten.ts';
import { recordPath } from '../record/record-file.ts';

let copy: ArchiveOfEverything;

beforeAll(async () => {
  copy = await archiveOfEverything();
});

afterAll(() => copy[Symbol.asyncDispose]());

async function cloneOfCopy(): Promise<TemporaryPlace> {
  const place = await temporaryPlace();
  await cp(copy.path, place.path, { recursive: true });
  return place;
}

async function expectAsInCopy(root: string): Promise<void> {
  for (const path of Object.values(copy.files).flat()) {
    expect((await readFile(join(root, path))).equals(await readFile(join(copy.path, path))), path).toBe(true);
  }
}

interface Repair {
  readonly problems: number;
  readonly repaired: readonly string[];
  readonly refused: readonly Refusal[];
}

async function repair(archive: Archive, from = copy.path): Promise<Repair> {
  const repaired: string[] = [];
  const refused: Refusal[] = [];
  const { problems } = await archive.repair({
    from,
    onRepaired: (path) => repaired.push(path),
    onRefused: (refusal) => refused.push(refusal),
  });
  return { problems, repaired: repaired.toSorted(), refused };
}

describe('from a copy, every file is put back, byte by byte, of every kind', () => {
  test.each<readonly [string, (good: Buffer) => Buffer | null]>([
    ['flipped near its beginning', (good) => flipBit(good, 0.1)],
    ['flipped near its end', (good) => flipBit(good, 0.98)],
    ['cut in half', (good) => good.subarray(0, good.length / 2)],
    ['cut to nothing', () => Buffer.alloc(0)],
    ['removed', () => null],
  ])('%s, all at once', async (_, harm) => {
    await using place = await cloneOfCopy();
    await using archive = await openArchive(place.path);
    const paths = Object.values(copy.files).flat().toSorted();
    for (const path of paths) {
      const bad = harm(await readFile(join(place.path, path)));
      await (bad === null ? rm(join(place.path, path)) : writeFile(join(place.path, path), bad));
    }
    expect(await repair(archive)).toStrictEqual({ problems: 0, repaired: paths, refused: [] });
    await expectAsInCopy(place.path);
    for (const path of copy.files.ledger) expect((await stat(join(place.path, path))).mode & 0o200).toBe(0o200);
  });
});

test('what was kept after the copy was made stays', async () => {
  await using place = await cloneOfCopy();
  await using archive = await openArchive(place.path, { now: () => new Date('2026-12-24T10:00:00.000Z') });
  const { sha256 } = await archive.commit(draftOf('x:20'));
  await archive.note({ post: 'x:20', record: sha256, ...draftOf('x:20').observation });
  await archive.note({ post: 'x:20', record: sha256, ...draftOf('x:20').observation });
  const newest = await readFile(join(place.path, 'checks/2026-12.jsonl'));
  const [first = ''] = copy.files.ledger;
  for (const path of [first, 'checks/2026-12.jsonl']) {
    const good = await readFile(join(place.path, path));
    await writeFile(join(place.path, path), flipBit(good, 0.1));
  }
  expect(await repair(archive)).toMatchObject({ repaired: [first, 'checks/2026-12.jsonl'], problems: 0 });
  expect((await readFile(join(place.path, 'checks/2026-12.jsonl'))).equals(newest)).toBe(true);
});

describe('what is intact is never taken for what is intact', () => {
  test('a ledger that goes on otherwise in the copy, and that is said', async () => {
    await using place = await cloneOfCopy();
    await using other = await cloneOfCopy();
    for (const [path, reason] of [
      [place.path, 'ours'],
      [other.path, 'theirs'],
    ] as const) {
      await using archive = await openArchive(path, { now: () => new Date('2027-01-02T10:00:00.000Z') });
      const record = 'ab'.repeat(32);
      for (let line = 0; line < 4; line += 1) {
        await archive.note({ ...draftOf('x:20').observation, post: 'x:20', record, reason: `${reason} ${line}` });
      }
    }
    const path = 'checks/2027-01.jsonl';
    await using archive = await openArchive(place.path);
    const good = await readFile(join(place.path, path));
    await writeFile(join(place.path, path), flipBit(good, 0.4));
    const before = await readFile(join(place.path, path));
    expect(await repair(archive, other.path)).toStrictEqual({
      problems: 1,
      repaired: [],
      refused: [{ path, message: 'the ledger of the copy goes on otherwise: nothing was taken from it' }],
    });
    expect((await readFile(join(place.path, path))).equals(before)).toBe(true);
  });

  test('records and checkpoints of another history, and that is said', async () => {
    await using place = await cloneOfCopy();
    await using other = await temporaryPlace();
    {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
      await using forger = await openArchive(other.path);
      for (const name of ['a', 'b']) {
        await forger.commit(draftOf('x:20', { knownAs: [name] }));
        await forger.checkpoint(privateKey);
      }
    }
    const harmed = [recordPath('x:20', 1), 'checkpoints/000001.json', 'checkpoints/000002.json'];
    for (const path of harmed) await writeFile(join(place.path, path), 'damaged');
    await using archive = await openArchive(place.path);
    const { repaired, refused } = await repair(archive, other.path);
    expect(repaired).toStrictEqual([]);
    expect(refused.map(({ path }) => path).toSorted()).toStrictEqual(harmed.toSorted());
    expect(await repair(archive)).toMatchObject({ repaired: harmed.toSorted(), problems: 0 });
  });
});

describe('the index', () => {
  test('that was made while records were damaged is made anew when they are back', async () => {
    await using place = await cloneOfCopy();
    const damaged = [recordPath('x:20', 1), recordPath('x:21', 2)];
    for (const path of damaged) await writeFile(join(place.path, path), 'damaged');
    await using archive = await openArchive(place.path);
    await archive.reindex();
    expect(await repair(archive)).toStrictEqual({
      problems: 0,
      repaired: ['index.sqlite', ...damaged].toSorted(),
      refused: [],
    });
    await expectAsInCopy(place.path);
  });

  test('that is damaged is made anew', async () => {
    await using place = await cloneOfCopy();
    await using archive = await openArchive(place.path);
    await writeFile(join(place.path, 'index.sqlite'), 'not a database '.repeat(500));
    expect(await repair(archive)).toMatchObject({ problems: 0, repaired: ['index.sqlite'] });
  });

  test('that knows of another record than there is stays: it is a witness', async () => {
    await using place = await cloneOfCopy();
    await using other = await temporaryPlace();
    {
      await using forger = await openArchive(other.path);
      await forger.commit(draftOf('x:23', { knownAs: ['forged'] }));
    }
    await rm(join(place.path, 'checkpoints'), { recursive: true });
    await rm(join(place.path, recordPath('x:23', 1)));
    await copyFile(join(other.path, recordPath('x:23', 1)), join(place.path, recordPath('x:23', 1)));
    await using archive = await openArchive(place.path);
    expect(await repair(archive, other.path)).toMatchObject({ problems: 1, repaired: [] });
    expect(await problemsOf(archive)).toStrictEqual(['index-differs index.sqlite']);
  });
});

test('a copy that still has what was forgotten does not bring it back', async () => {
  await using place = await temporaryPlace();
  await using old = await temporaryPlace();
  await using archive = await openArchive(place.path);
  for (const name of ['a', 'b']) await archive.commit(draftOf('x:20', { knownAs: [name] }));
  await cp(place.path, old.path, { recursive: true });
  await archive.forget('x:20', { why: 'the author asked' });
  await archive.commit(draftOf('x:20'), { again: true });
  for (const path of [forgottenPath('x:20'), recordPath('x:20', 3)]) {
    const file = join(place.path, path);
    const good = await readFile(file);
    await rm(file);
    await writeFile(file, flipBit(good, 0.5));
    const { repaired } = await repair(archive, old.path);
    expect(repaired.filter((each) => each !== forgottenPath('x:20'))).toStrictEqual([]);
    await rm(file, { force: true });
    await writeFile(file, good);
  }
  expect(await problemsOf(archive)).toStrictEqual([]);
  expect(await readdir(dirname(join(place.path, recordPath('x:20', 3))))).toStrictEqual([
    '000003.json',
    'forgotten.json',
  ]);
});

test('a time stamp that is gone is put back, though nothing misses it; one of another checkpoint is not', async () => {
  await using place = await cloneOfCopy();
  await using archive = await openArchive(place.path);
  const [token] = copy.files.token;
  if (token === undefined) return;
  await rm(join(place.path, token));
  expect(await problemsOf(archive)).toStrictEqual([]);
  expect(await repair(archive)).toStrictEqual({ problems: 0, repaired: [token], refused: [] });
  await using other = await cloneOfCopy();
  await copyFile(join(copy.path, token), join(other.path, token.replace('000001', '000002')));
  expect(await repair(archive, other.path)).toStrictEqual({ problems: 0, repaired: [], refused: [] });
});
