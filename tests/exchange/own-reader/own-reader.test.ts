import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openArchive } from '@embalm/store';
import { archiveOfEverything } from '../../../packages/store/test/archive-of-everything.ts';
import { draftOf } from '../../../packages/store/test/snapshots.ts';
import { keyOfName, readArchive } from './read-archive.ts';

test('the reader is a program of its own: it imports nothing of the project', async () => {
  const sources = (await readdir(import.meta.dirname)).filter((name) => !name.endsWith('.test.ts'));
  expect(sources).toHaveLength(5);
  for (const name of sources) {
    const imports = (await readFile(join(import.meta.dirname, name), 'utf8')).matchAll(/from '([^']+)'/g);
    for (const [, specifier = ''] of imports) {
      expect(specifier.startsWith('node:') || sources.includes(specifier.slice(2)), `${name}: ${specifier}`).toBe(true);
    }
  }
});

test('a program that was written from the specification alone reads all of an archive, and finds it sound', async () => {
  await using place = await archiveOfEverything();
  {
    // What was erased and kept again goes on from where it was.
    await using archive = await openArchive(place.path);
    await archive.commit(draftOf('x:22'), { again: true });
    await archive.commit(
      draftOf('web:000102030405060708090a0b0c0d0e0f', { knownAs: ['https://www.example.org/a/?b=1#c'] }),
    );
  }
  await using archive = await openArchive(place.path, { readOnly: true });
  const found = await readArchive(place.path);
  expect(found.problems).toStrictEqual([]);
  const { posts, records, blobs, checks, checkpoints } = await archive.verify();
  expect(found.counts).toStrictEqual({ records, blobs, lines: checks, checkpoints });
  expect(found.posts.size).toBe(posts);
  let compared = 0;
  for await (const { post, n, sha256 } of archive.list()) {
    expect(found.posts.get(post)).toMatchObject({ n, sha256 });
    compared += 1;
  }
  expect(compared).toBe(6);
  for (const { post, record } of found.posts.values()) {
    for (const name of record['knownAs'] as readonly string[]) {
      const holders = [...found.posts.values()].filter((each) =>
        (each.record['knownAs'] as readonly string[]).some((other) => keyOfName(other) === keyOfName(name)),
      );
      expect(holders.map((each) => each.post)).toContain(await archive.resolve(name));
      expect(holders.map((each) => each.post)).toContain(post);
    }
  }
});

test('it notices what is harmed, too, in every kind of file', async () => {
  await using place = await archiveOfEverything();
  for (const [kind, [path]] of Object.entries(place.files)) {
    if (kind === 'format' || path === undefined) continue;
    const file = join(place.path, path);
    const good = await readFile(file);
    const bad = Buffer.from(good);
    bad.writeUInt8(good.readUInt8(30) === 0x61 ? 0x62 : 0x61, 30);
    await writeFile(file, bad);
    const noticed = await readArchive(place.path).then(
      ({ problems }) => problems.length,
      () => 1,
    );
    expect(noticed, path).toBeGreaterThan(0);
    await writeFile(file, good);
  }
  await rm(join(place.path, place.files.blob[0] ?? ''));
  expect((await readArchive(place.path)).problems.length).toBeGreaterThan(0);
});
