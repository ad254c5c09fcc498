import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { describe, expect, test } from 'vitest';
import { collect } from '../test/collect.ts';
import { problemsOf } from '../test/problems-of.ts';
import { runWriter } from '../test/run-writer.ts';
import { draftOf } from '../test/snapshots.ts';
import { temporaryPlace } from '../test/temporary-place.ts';
import { type Archive, openArchive } from './index.ts';

/** A fixed row of numbers in [0, 1) that look random. */
function randomRow(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Acknowledged lines that the archive does not bear out. */
async function lost(archive: Archive, said: readonly string[]): Promise<readonly string[]> {
  const missing: string[] = [];
  const records = new Map<string, string>();
  const notes = said.filter((line) => line.startsWith('note')).length;
  for await (const { post } of archive.list()) {
    for await (const { record, sha256 } of archive.history(post)) records.set(`${post} ${record.n}`, sha256);
  }
  for (const line of said) {
    const [kind, ...rest] = line.split(' ');
    if (kind === 'blob' && !(await archive.hasBlob(rest[0] ?? ''))) missing.push(line);
    if (kind === 'record' && records.get(`${rest[0]} ${rest[1]}`) !== rest[2]) missing.push(line);
  }
  const { checks } = await archive.verify();
  return checks < notes ? [...missing, `${notes} notes, ${checks} in the ledger`] : missing;
}

describe('a writer that is killed at any moment', () => {
  test('loses nothing acknowledged, damages nothing, and blocks no post: 50 kills', { timeout: 60_000 }, async () => {
    await using place = await temporaryPlace();
    const random = randomRow(7);
    const posts: readonly PostId[] = ['x:20', 'x:21', 'x:~AbCdEfGhIj'];
    const directory = join(place.path, 'archive');
    const codeCache = join(place.path, 'code');
    const { said: whole } = await runWriter({ directory, posts, commits: 3, name: 'whole', codeCache });
    const said = [...whole];
    let kills = 0;
    // Two at a time, so that one is always writing while the other dies.
    const lanes = [0, 1].map(async (lane) => {
      for (let round = 0; round < 25; round += 1) {
        const kill = { after: 1 + Math.floor(random() * 20), delayMs: random() * 4 };
        const task = { directory, posts, commits: 400, name: `${lane}${round}`, codeCache, kill };
        const run = await runWriter(task);
        said.push(...run.said);
        if (run.killed) kills += 1;
      }
    });
    await Promise.all(lanes);
    expect(kills).toBe(50);
    expect(said.filter((line) => line.startsWith('record')).length).toBeGreaterThan(50);

    await using reader = await openArchive(directory, { readOnly: true });
    expect(await lost(reader, said)).toStrictEqual([]);
    await using archive = await openArchive(directory);
    for (const post of posts) {
      const before = await archive.head(post);
      const after = await archive.commit(draftOf(post));
      expect(after.record.n).toBe((before?.record.n ?? 0) + 1);
      await archive.note({ post, record: after.sha256, ...draftOf(post).observation });
    }
    expect(await problemsOf(archive)).toStrictEqual([]);
    expect(await lost(archive, said)).toStrictEqual([]);
    const summaries = await collect(archive.list());
    for (const { post, n, sha256 } of summaries) {
      expect({ n, sha256 }).toStrictEqual({
        n: (await archive.head(post))?.record.n,
        sha256: (await archive.head(post))?.sha256,
      });
    }
    expect(summaries.map(({ post }) => post)).toStrictEqual(posts);
  });
});

describe('eight writers on one post', () => {
  test('make consecutive records, none twice', { timeout: 60_000 }, async () => {
    await using place = await temporaryPlace();
    const directory = join(place.path, 'archive');
    const tasks = Array.from({ length: 8 }, (_, index) => ({
      directory,
      posts: ['x:20'] as const,
      commits: 12,
      name: String(index),
      codeCache: join(place.path, 'code'),
    }));
    const runs = await Promise.all(tasks.map(runWriter));
    const numbers = runs
      .flatMap(({ said }) => said)
      .flatMap((line) => (line.startsWith('record') ? [Number(line.split(' ')[2])] : []))
      .toSorted((a, b) => a - b);
    expect(numbers).toStrictEqual(Array.from({ length: 96 }, (_, index) => index + 1));
    await using archive = await openArchive(directory);
    expect(await problemsOf(archive)).toStrictEqual([]);
    expect((await archive.verify()).checks).toBe(8 * 4);
    expect(await collect(archive.list())).toMatchObject([{ post: 'x:20', n: 96 }]);
    // All of them have closed: nothing waits to be taken in.
    expect(await readdir(join(directory, 'pending'))).toStrictEqual([]);
    expect(await archive.resolve('https://t.co/711')).toBe('x:20');
  });
});
