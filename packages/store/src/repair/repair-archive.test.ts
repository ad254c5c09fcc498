import { chmod, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemsOf } from '../../test/problems-of.ts';
import { draftOf, photoOf } from '../../test/snapshots.ts';
import { temporaryPlace, type TemporaryPlace } from '../../test/temporary-place.ts';
import { DamageError } from '../archive-errors.ts';
import { sha256Of } from '../layout.ts';
import { openArchive } from '../open/open-archive.ts';
import { sealJson } from '../record/sealed-json.ts';

/** An archive of two posts with three records each, and a copy of it. */
async function archiveAndCopy(): Promise<readonly [TemporaryPlace, TemporaryPlace]> {
  const [place, copy] = [await temporaryPlace(), await temporaryPlace()];
  {
    await using archive = await openArchive(place.path);
    for (const round of [1, 2, 3]) {
      for (const post of ['x:20', 'x:21'] as const) {
        const photo = await archive.keep(Buffer.alloc(2000, `${post} ${round}`));
        await archive.commit(draftOf(post, { files: { 'media/1.jpg': photoOf(photo) } }));
      }
    }
  }
  await cp(place.path, copy.path, { recursive: true });
  return [place, copy];
}

async function filesOf(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => /^(?:blobs|posts)\//.test(path))
    .toSorted();
}

async function damage(file: string): Promise<void> {
  await chmod(file, 0o644);
  const bytes = await readFile(file);
  bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
  await writeFile(file, bytes);
}

test('what is damaged or gone is put back from a copy, byte for byte', async () => {
  const [place, copy] = await archiveAndCopy();
  await using _place = place;
  await using _copy = copy;
  const paths = await filesOf(place.path);
  expect(paths).toHaveLength(12);
  for (const [index, path] of paths.entries()) {
    if (index % 3 === 0) await damage(join(place.path, path));
    if (index % 3 === 1) await rm(join(place.path, path));
  }
  await using archive = await openArchive(place.path);
  const repaired: string[] = [];
  const report = await archive.repair({ from: copy.path, onRepaired: (path) => repaired.push(path) });
  expect(report).toMatchObject({ problems: 0, repaired: 8, records: 6, blobs: 6 });
  expect(repaired.toSorted()).toStrictEqual(paths.filter((_, index) => index % 3 !== 2));
  for (const path of paths) {
    expect(await readFile(join(place.path, path))).toStrictEqual(await readFile(join(copy.path, path)));
  }
});

test('what is damaged in the copy too is not taken, and is named', async () => {
  const [place, copy] = await archiveAndCopy();
  await using _place = place;
  await using _copy = copy;
  const [blob = '', ...others] = await filesOf(place.path);
  const record = others.at(-1) ?? '';
  for (const path of [blob, record]) {
    await damage(join(place.path, path));
    await damage(join(copy.path, path));
  }
  await using archive = await openArchive(place.path);
  const left: string[] = [];
  const report = await archive.repair({ from: copy.path, onProblem: ({ path }) => left.push(path) });
  expect(report).toMatchObject({ problems: 2, repaired: 0 });
  expect(left).toStrictEqual([blob, record]);
});

test('a record of another history is not taken, and one that was exchanged is put back', async () => {
  const [place, copy] = await archiveAndCopy();
  await using _place = place;
  await using _copy = copy;
  await using other = await temporaryPlace();
  {
    await using archive = await openArchive(other.path);
    for (const text of ['a', 'b', 'c']) await archive.commit(draftOf('x:20', { knownAs: [text] }));
  }
  const folder = (await filesOf(place.path)).find((path) => path.includes('/x-20/'))?.replace(/[^/]*$/, '') ?? '';
  await using archive = await openArchive(place.path);
  await rm(join(place.path, folder, '000003.json'));
  expect(await archive.repair({ from: other.path })).toMatchObject({ repaired: 0, problems: 1 });
  expect(await archive.repair({ from: copy.path })).toMatchObject({ repaired: 1, problems: 0 });

  for (const name of ['000001.json', '000003.json']) {
    await chmod(join(place.path, folder, name), 0o644);
    await writeFile(join(place.path, folder, name), await readFile(join(other.path, folder, name)));
  }
  expect((await problemsOf(archive)).length).toBeGreaterThan(0);
  expect(await archive.repair({ from: copy.path })).toMatchObject({ repaired: 2, problems: 0 });
});

test('a copy must be an archive, and another one', async () => {
  const [place, copy] = await archiveAndCopy();
  await using _place = place;
  await using _copy = copy;
  await using empty = await temporaryPlace();
  await using archive = await openArchive(place.path);
  await expect(archive.repair({ from: empty.path })).rejects.toThrow(`There is no archive in ${empty.path}.`);
  await expect(archive.repair({ from: place.path })).rejects.toThrow('is the archive itself');
});

test.each([null, 'nonsense'])('an `embalm.json` that is gone or damaged is put back: %j', async (text) => {
  const [place, copy] = await archiveAndCopy();
  await using _place = place;
  await using _copy = copy;
  await rm(join(place.path, 'embalm.json'));
  if (text !== null) await writeFile(join(place.path, 'embalm.json'), text);
  await expect(openArchive(place.path)).rejects.toBeInstanceOf(DamageError);
  await using archive = await openArchive(place.path, { withoutFormat: true });
  const repaired: string[] = [];
  const report = await archive.repair({ from: copy.path, onRepaired: (path) => repaired.push(path) });
  expect(report).toMatchObject({ repaired: 1, problems: 0 });
  expect(repaired).toStrictEqual(['embalm.json']);
  await using again = await openArchive(place.path);
  expect(await again.head('x:20')).toMatchObject({ record: { n: 3 } });
});

test.each(['has no sound record', 'has records of a newer version', 'has no folder of blobs'])(
  'a folder without `embalm.json` is left alone if it %s',
  async (state) => {
    const [place, copy] = await archiveAndCopy();
    await using _place = place;
    await using _copy = copy;
    await rm(join(place.path, 'embalm.json'));
    const heads = (await filesOf(place.path)).filter((path) => path.endsWith('000003.json'));
    if (state === 'has no sound record') await Promise.all(heads.map((path) => damage(join(place.path, path))));
    else if (state === 'has no folder of blobs') await rm(join(place.path, 'blobs'), { recursive: true });
    else {
      const newer = sealJson({ format: 'embalm-record', version: 2 }, 'checksum', sha256Of);
      await rm(join(place.path, heads[0] ?? ''));
      await writeFile(join(place.path, heads[0] ?? ''), newer);
    }
    await expect(openArchive(place.path, { withoutFormat: true })).rejects.toThrow('embalm.json');
    expect(await readdir(place.path)).not.toContain('embalm.json');
  },
);
