import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draftOf } from '../../test/snapshots.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import {
  ArchiveReadOnlyError,
  DamageError,
  NewerFormatError,
  NoArchiveError,
  NotAnArchiveError,
} from '../archive-errors.ts';
import { openArchive } from './open-archive.ts';

describe('a new archive', () => {
  test('is made in a folder that does not exist yet, with the folders above it', async () => {
    await using place = await temporaryPlace();
    const directory = join(place.path, 'a/b/archive');
    await using archive = await openArchive(directory);
    expect(archive.directory).toBe(directory);
    expect(await readFile(join(directory, 'embalm.json'), 'utf8')).toBe('{"format":"embalm-archive","version":1}\n');
    expect((await stat(archive.cacheDirectory)).isDirectory()).toBe(true);
  });

  test.each([['README.md'], ['readme'], ['.gitignore', '.DS_Store', 'lost+found', 'tmp']])(
    'may be made beside %s',
    async (...names) => {
      await using place = await temporaryPlace();
      for (const name of names) {
        if (name === 'tmp') await mkdir(join(place.path, name));
        else await writeFile(join(place.path, name), '');
      }
      await using archive = await openArchive(place.path);
      expect(await archive.head('x:20')).toBeNull();
      expect(await archive.verify()).toMatchObject({ problems: 0 });
    },
  );

  test('is one archive if two make it at once', async () => {
    await using place = await temporaryPlace();
    const directory = join(place.path, 'archive');
    const both = await Promise.all([openArchive(directory), openArchive(directory)]);
    for (const archive of both) await archive.commit(draftOf('x:20'));
    for (const archive of both) expect((await archive.head('x:20'))?.record.n).toBe(2);
    for (const archive of both) await archive[Symbol.asyncDispose]();
  });
});

describe('no archive', () => {
  test('is made where there is something else', async () => {
    await using place = await temporaryPlace();
    await writeFile(join(place.path, 'thesis.doc'), 'mine');
    await expect(openArchive(place.path)).rejects.toThrow(
      `${place.path} is not an archive: it has no embalm.json, but other files such as thesis.doc. ` +
        'Name an archive, or a new or empty folder to make one.',
    );
    expect(await readdir(place.path)).toStrictEqual(['thesis.doc']);
  });

  test.each([
    ['link', 'it is a link that leads nowhere'],
    ['circle', 'it is a link that leads in a circle'],
    ['file/archive', 'a file stands where a folder above it should be'],
    ['a'.repeat(300), 'its name is too long'],
  ])('is made at %s', async (name, reason) => {
    await using place = await temporaryPlace();
    const { path } = place;
    await writeFile(join(path, 'file'), '');
    await symlink(join(path, 'nothing'), join(path, 'link'));
    await symlink(join(path, 'circle'), join(path, 'circle'));
    await expect(openArchive(join(path, name))).rejects.toThrow(`${join(path, name)} is not an archive: ${reason}.`);
    expect((await readdir(path)).toSorted()).toStrictEqual(['circle', 'file', 'link']);
  });

  test.skipIf(!existsSync('/proc/self'))('is made where no folder can be, however deep, and that is said', async () => {
    await expect(openArchive('/proc/self/a/b')).rejects.toThrow('no folder can be made there');
  });

  test('is a file', async () => {
    await using place = await temporaryPlace();
    await writeFile(join(place.path, 'file'), '');
    await expect(openArchive(join(place.path, 'file'))).rejects.toBeInstanceOf(NotAnArchiveError);
  });

  test.each(['', 'null', '{}', '{"format":"other","version":1}', '{"format":"embalm-archive","version":"1"}', '{'])(
    'has %j in its embalm.json',
    async (text) => {
      await using place = await temporaryPlace();
      await writeFile(join(place.path, 'embalm.json'), text);
      await expect(openArchive(place.path)).rejects.toThrow("its embalm.json is damaged or another program's");
    },
  );

  test('is made for reading, or if none may be', async () => {
    await using place = await temporaryPlace();
    const directory = join(place.path, 'archive');
    await expect(openArchive(directory, { readOnly: true })).rejects.toThrow('There is no archive in ');
    await expect(openArchive(directory, { create: false })).rejects.toBeInstanceOf(NoArchiveError);
    expect(await readdir(place.path)).toStrictEqual([]);
  });
});

test.each([null, '', '{"format":"embalm-archive"}', '\u0000'.repeat(40)])(
  'an archive whose embalm.json is gone or damaged is told from a folder that is none: %j',
  async (text) => {
    await using place = await temporaryPlace();
    await (await openArchive(place.path))[Symbol.asyncDispose]();
    const path = join(place.path, 'embalm.json');
    const good = await readFile(path);
    await rm(path);
    if (text !== null) await writeFile(path, text);
    const opening = openArchive(place.path);
    await expect(opening).rejects.toBeInstanceOf(DamageError);
    await expect(opening).rejects.toThrow('it is the line {"format":"embalm-archive","version":1}, the same in all');
    await rm(path, { force: true });
    await writeFile(path, good);
    await using archive = await openArchive(place.path, { readOnly: true });
    expect(await archive.verify()).toMatchObject({ problems: 0 });
  },
);

test('an archive from a newer program is left alone', async () => {
  await using place = await temporaryPlace();
  await writeFile(join(place.path, 'embalm.json'), '{"format":"embalm-archive","version":2}');
  const opening = openArchive(place.path);
  await expect(opening).rejects.toBeInstanceOf(NewerFormatError);
  await expect(opening).rejects.toThrow(
    `${place.path} has archive format 2; this program knows format 1 only. Use a newer embalm; nothing was changed.`,
  );
  expect(await readdir(place.path)).toStrictEqual(['embalm.json']);
});

test('an archive that is open for reading only refuses to write', async () => {
  await using place = await temporaryPlace();
  await (await openArchive(place.path))[Symbol.asyncDispose]();
  await using archive = await openArchive(place.path, { readOnly: true });
  const check = {
    post: 'x:20',
    record: '0'.repeat(64),
    state: 'live',
    source: 'x-embed',
    at: '',
    reason: null,
  } as const;
  for (const refused of [
    archive.keep(new Uint8Array()),
    archive.keepStream((async function* () {})()),
    archive.commit(draftOf('x:20')),
    archive.note(check),
    archive.reindex(),
  ]) {
    await expect(refused).rejects.toBeInstanceOf(ArchiveReadOnlyError);
  }
});

test('temporary files of programs that died are removed by age, others are not', async () => {
  await using place = await temporaryPlace();
  await (await openArchive(place.path))[Symbol.asyncDispose]();
  const now = new Date('2026-11-22T10:00:00.000Z');
  const old = new Date(now.getTime() - 25 * 3_600_000);
  const young = new Date(now.getTime() - 23 * 3_600_000);
  const files = [
    ['0123456789abcdef-1.tmp', old],
    ['0123456789abcdef-2.tmp', young],
    ['mine.txt', old],
  ] as const;
  for (const [name, time] of files) {
    await writeFile(join(place.path, 'tmp', name), '');
    await utimes(join(place.path, 'tmp', name), time, time);
  }
  await (await openArchive(place.path, { now: () => now }))[Symbol.asyncDispose]();
  expect(await readdir(join(place.path, 'tmp'))).toStrictEqual(['0123456789abcdef-2.tmp', 'mine.txt']);
});

test('folders that are missing are made again', async () => {
  await using place = await temporaryPlace();
  await (await openArchive(place.path))[Symbol.asyncDispose]();
  for (const name of await readdir(place.path)) {
    if (name !== 'embalm.json') await rm(join(place.path, name), { recursive: true });
  }
  await using archive = await openArchive(place.path);
  await archive.commit(draftOf('x:20'));
  expect(await archive.resolve('x:20')).toBe('x:20');
});
