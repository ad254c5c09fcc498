import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fillArchive, filmBytes } from '../../../test/exported-archive.ts';
import { listFiles } from '../../../test/list-files.ts';
import { asObject, readObject } from '../../../test/ocfl/json.ts';
import { validateRoot } from '../../../test/ocfl/validate-root.ts';
import { mountSmallDisk } from '../../../test/small-disk.ts';
import { draftOf, postOf } from '../../../test/snapshots.ts';
import { temporaryPlace } from '../../../test/temporary-place.ts';
import type { Archive } from '../../archive.ts';
import { openArchive } from '../../open/open-archive.ts';
import { NothingToExportError } from '../export-options.ts';
import { UnwritableTargetError } from '../output/unwritable-target-error.ts';
import { exportOcfl } from './export-ocfl.ts';
import { objectPath } from './object-path.ts';
import { UnusableRootError } from './unusable-root-error.ts';

const options = { software: { name: 'embalm', version: '0.1.0' } };
const tuples = { digestAlgorithm: 'sha256', tupleSize: 2, numberOfTuples: 2 };
const path = objectPath('urn:embalm:x:20', tuples);

/** A place with an archive of two posts, and where a root may be. */
async function prepared() {
  const place = await temporaryPlace();
  const archive = await fillArchive(join(place.path, 'archive'));
  return {
    archive,
    root: join(place.path, 'out/root'),
    place: place.path,
    object: join(place.path, 'out/root', path),
    async [Symbol.asyncDispose]() {
      await archive[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    },
  };
}

async function bytesOf(root: string): Promise<Readonly<Record<string, string>>> {
  const files = await listFiles(root);
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(join(root, file), 'latin1')] as const)),
  );
}

function edit(archive: Archive, text: string) {
  return archive.commit(
    draftOf('x:20', { capturedAt: '2026-11-24T10:00:00.000Z', content: postOf('x:20', text), source: 'x-embed' }),
  );
}

test.each([
  ['object-01', '3c0/ff4/240/object-01'],
  ['..hor/rib:le-$id', '487/326/d8c/%2e%2ehor%2frib%3ale-%24id'],
  ['ü', `${objectPath('ü', { ...tuples, tupleSize: 3, numberOfTuples: 3 }).slice(0, 12)}%c3%bc`],
  // The examples of the extension, on capitals, other alphabets and long ids.
  ['..Hor/rib:lè-$id', '373/529/21a/%2e%2eHor%2frib%3al%c3%a8-%24id'],
  [
    `${'abcdefghij'.repeat(10)}a`,
    `5cc/73e/648/${'abcdefghij'.repeat(10)}-5cc73e648fbcff136510e330871180922ddacf193b68fdeff855683a01464220`,
  ],
  ['a'.repeat(101), expect.stringMatching(/^[0-9a-f]{3}\/[0-9a-f]{3}\/[0-9a-f]{3}\/a{100}-[0-9a-f]{64}$/)],
])('the object %s has its place by extension 0003', (id, expected) => {
  expect(objectPath(id, { ...tuples, tupleSize: 3, numberOfTuples: 3 })).toEqual(expected);
});

describe('a new root', () => {
  test('has an object a post and a version a capture, and bytes once', async () => {
    await using at = await prepared();
    const report = await exportOcfl(at.root, at.archive, options);
    expect(report).toMatchObject({ posts: 2, snapshots: 3, versions: 3, unchanged: 0 });
    expect(await validateRoot(at.root)).toStrictEqual([]);
    const files = await listFiles(at.object);
    expect(files.filter((file) => !file.includes('/bodies/'))).toStrictEqual([
      '0=ocfl_object_1.1',
      'inventory.json',
      'inventory.json.sha512',
      'v1/content/files/screenshot/light.png',
      'v1/content/post.json',
      'v1/content/record.json',
      'v1/inventory.json',
      'v1/inventory.json.sha512',
      'v2/content/post.json',
      'v2/content/record.json',
      'v2/inventory.json',
      'v2/inventory.json.sha512',
    ]);
    // Of the five bodies of the first capture, the second has one again, and one that is new.
    expect(files.filter((file) => file.startsWith('v2/content/bodies/'))).toHaveLength(1);
    expect(await readFile(join(at.object, 'v2/content/record.json'))).toStrictEqual(
      await readFile(join(at.archive.directory, 'posts/e7/x-20/000002.json')),
    );
    const versions = asObject((await readObject(join(at.object, 'inventory.json')))?.['versions']);
    expect(versions?.['v2']).toMatchObject({
      created: '2026-11-23T10:00:00.000Z',
      message: 'Record 2: live, as x-embed says',
      user: { name: expect.any(String), address: expect.stringMatching(/^urn:embalm:software:/) },
    });
    const names = Object.values(asObject(asObject(versions?.['v2'])?.['state']) ?? {}).flat();
    expect(names).toEqual(expect.arrayContaining(['record.json', 'post.json', 'files/screenshot/light.png']));
  });

  test('is the same, however often it was added to', async () => {
    await using at = await prepared();
    await exportOcfl(at.root, at.archive, options);
    await edit(at.archive, 'Once more');
    await exportOcfl(at.root, at.archive, options);
    const fresh = join(at.place, 'fresh');
    await exportOcfl(fresh, at.archive, options);
    expect(await bytesOf(at.root)).toEqual(await bytesOf(fresh));
  });

  test('may be an empty folder, and the archive read-only', async () => {
    await using at = await prepared();
    await mkdir(at.root, { recursive: true });
    await using archive = await openArchive(at.archive.directory, { readOnly: true });
    expect(await exportOcfl(at.root, archive, { ...options, posts: ['x:20'] })).toMatchObject({
      posts: 1,
      versions: 2,
    });
    expect(await validateRoot(at.root)).toStrictEqual([]);
  });
});

describe('a root that is there', () => {
  test('is left as it is if it has everything', async () => {
    await using at = await prepared();
    await exportOcfl(at.root, at.archive, options);
    const before = await bytesOf(at.root);
    const again = await exportOcfl(at.root, at.archive, options);
    expect(again).toMatchObject({ posts: 2, snapshots: 3, versions: 0, files: 0, bytes: 0, unchanged: 2 });
    expect(await bytesOf(at.root)).toEqual(before);
  });

  test('gets the versions and objects that it lacks, and keeps what it has', async () => {
    await using at = await prepared();
    await exportOcfl(at.root, at.archive, { ...options, posts: ['x:20'] });
    const before = await bytesOf(at.root);
    await edit(at.archive, 'Once more');
    await edit(at.archive, 'And again');
    const report = await exportOcfl(at.root, at.archive, options);
    expect(report).toMatchObject({ posts: 2, versions: 3, files: 6, unchanged: 0 });
    expect(await validateRoot(at.root)).toStrictEqual([]);
    const after = await bytesOf(at.root);
    const changed = Object.keys(before).filter((file) => after[file] !== before[file]);
    expect(changed).toStrictEqual([`${path}/inventory.json`, `${path}/inventory.json.sha512`]);
  });

  test('is finished if a program died after it had added versions', async () => {
    await using at = await prepared();
    await exportOcfl(at.root, at.archive, options);
    const kept = ['inventory.json', 'inventory.json.sha512'];
    for (const name of kept) await copyFile(join(at.object, name), join(at.place, name));
    await edit(at.archive, 'Once more');
    await exportOcfl(at.root, at.archive, options);
    const whole = await bytesOf(at.root);
    for (const lost of [kept, kept.slice(0, 1), kept.slice(1)]) {
      for (const name of lost) await copyFile(join(at.place, name), join(at.object, name));
      expect(await validateRoot(at.root)).not.toStrictEqual([]);
      expect(await exportOcfl(at.root, at.archive, options)).toMatchObject({ versions: 0, unchanged: 2 });
      expect(await bytesOf(at.root)).toEqual(whole);
    }
  });

  test('keeps what was forgotten since, and goes on if it is captured again', async () => {
    await using at = await prepared();
    await exportOcfl(at.root, at.archive, options);
    await at.archive.forget('x:20', { why: 'asked' });
    const before = await bytesOf(at.root);
    await exportOcfl(at.root, at.archive, { ...options, posts: ['x:20', 'x:~fj2coK1xR1'] });
    expect(await bytesOf(at.root)).toEqual(before);
    await at.archive.commit(draftOf('x:20'), { again: true });
    expect(await exportOcfl(at.root, at.archive, options)).toMatchObject({ versions: 1, unchanged: 1 });
    expect(await validateRoot(at.root)).toStrictEqual([]);
  });

  test('is refused if it is another program’s, laid out otherwise, damaged, or of another history', async () => {
    await using at = await prepared();
    const refused = async (message: string | RegExp): Promise<void> => {
      const adding = exportOcfl(at.root, at.archive, options);
      await expect(adding).rejects.toThrow(UnusableRootError);
      await expect(adding).rejects.toThrow(message);
      expect(await readdir(join(at.place, 'out'))).toStrictEqual(['root']);
    };
    await mkdir(at.root, { recursive: true });
    await writeFile(join(at.root, 'a.txt'), '');
    await refused(/it is none of OCFL 1\.1 with layout 0003/);
    await rm(at.root, { recursive: true });
    await exportOcfl(at.root, at.archive, options);
    const layout = join(at.root, 'ocfl_layout.json');
    const good = await readFile(layout);
    await writeFile(layout, '{"extension":"0002-flat-direct-storage-layout","description":""}');
    await refused('0002-flat');
    await writeFile(layout, good);
    const record = join(at.object, 'v2/content/record.json');
    const kept = await readFile(record);
    await writeFile(record, 'other');
    await refused('is not as it was written');
    await writeFile(record, kept);
    await writeFile(join(at.object, 'v2/inventory.json'), '{}');
    await refused('has no sound inventory');
    await rm(at.root, { recursive: true });
    await using other = await openArchive(join(at.place, 'other'));
    await edit(other, 'Another history');
    await exportOcfl(at.root, other, options);
    await refused('has a newest capture that the archive does not know');
  });

  test('is whole whenever an export is interrupted, and nothing is left beside it', async () => {
    await using at = await prepared();
    const stop = new AbortController();
    const reason = new Error('interrupted');
    const stopAt = (most: number) => ({
      ...options,
      signal: stop.signal,
      onProgress: ({ snapshots }: { readonly snapshots: number }) => snapshots === most && stop.abort(reason),
    });
    await expect(exportOcfl(at.root, at.archive, stopAt(2))).rejects.toBe(reason);
    await expect(exportOcfl(at.root, at.archive, { ...options, posts: [] })).rejects.toThrow(NothingToExportError);
    expect(await readdir(join(at.place, 'out'))).toStrictEqual([]);
    await exportOcfl(at.root, at.archive, { ...options, posts: ['x:~fj2coK1xR1'] });
    const before = await bytesOf(at.root);
    await expect(exportOcfl(at.root, at.archive, { ...stopAt(2), signal: stop.signal })).rejects.toBe(reason);
    expect(await bytesOf(at.root)).toEqual(before);
    expect(await readdir(join(at.place, 'out'))).toStrictEqual(['root']);
  });
});

test('on a full disk nothing is left of a new root, and what a root had stays', async () => {
  await using disk = await mountSmallDisk(2);
  if (disk === null) return;
  await using at = await prepared();
  const root = join(disk.path, 'root');
  await expect(exportOcfl(root, at.archive, options)).rejects.toThrow('No room left on the disk');
  expect(await readdir(disk.path)).toStrictEqual([]);
  await exportOcfl(root, at.archive, { ...options, posts: ['x:~fj2coK1xR1'] });
  const before = await bytesOf(root);
  expect(filmBytes.length).toBeGreaterThan(2 * 1024 * 1024);
  await expect(exportOcfl(root, at.archive, options)).rejects.toThrow('No room left on the disk');
  expect(await bytesOf(root)).toEqual(before);
  expect(await readdir(disk.path)).toStrictEqual(['root']);
});

test('a file is no place for a root', async () => {
  await using at = await prepared();
  await writeFile(join(at.place, 'file'), '');
  await expect(exportOcfl(join(at.place, 'file'), at.archive, options)).rejects.toThrow(UnwritableTargetError);
});
