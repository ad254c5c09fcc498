import { copyFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PostId } from '@embalm/post';
import { describe, expect, test } from 'vitest';
import { collect } from '../../test/collect.ts';
import { problemsOf } from '../../test/problems-of.ts';
import { draftOf, postOf } from '../../test/snapshots.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import type { Archive } from '../archive.ts';
import { folderName } from '../layout.ts';
import { openArchive } from '../open/open-archive.ts';
import type { PostQuery } from './post-summary.ts';

async function listed(archive: Archive, query?: PostQuery): Promise<readonly PostId[]> {
  return (await collect(archive.list(query))).map(({ post }) => post);
}

describe('list', () => {
  test('tells of each post what its newest record and its newest content say', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    await archive.commit(draftOf('x:20'));
    const gone = { state: 'deleted', source: 'x-embed', at: '2026-11-23T10:00:00.000Z', reason: 'Deleted' } as const;
    const { sha256 } = await archive.commit(
      draftOf('x:20', { capturedAt: gone.at, observation: gone, content: null, source: null }),
    );
    expect(await collect(archive.list())).toStrictEqual([
      {
        post: 'x:20',
        n: 2,
        sha256,
        capturedAt: gone.at,
        state: 'deleted',
        contentN: 1,
        source: 'x-embed',
        handle: 'Example',
        name: 'An Example',
        createdAt: '2022-03-05T15:13:36.706Z',
        text: 'The text of x:20',
      },
    ]);
  });

  test('prefers what was captured to what was only quoted later', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    await archive.commit(draftOf('x:20', { source: 'quoted', content: postOf('x:20', 'quoted') }));
    await archive.commit(draftOf('x:20', { content: postOf('x:20', 'captured') }));
    await archive.commit(draftOf('x:20', { source: 'quoted', content: postOf('x:20', 'quoted again') }));
    expect(await collect(archive.list())).toMatchObject([{ n: 3, contentN: 2, source: 'x-embed', text: 'captured' }]);
  });

  test('is in the order of ids, by value, provisional ones last; by page too', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    const posts: readonly PostId[] = ['x:9', 'x:20', 'x:1500127395262201857', 'x:~AbCdEfGhIj', 'x:~aBCdEfGhIj'];
    for (const post of posts.toReversed()) await archive.commit(draftOf(post));
    expect(await listed(archive)).toStrictEqual(posts);
    expect(await listed(archive, { limit: 2 })).toStrictEqual(posts.slice(0, 2));
    expect(await listed(archive, { limit: 2, after: 'x:20' })).toStrictEqual(posts.slice(2, 4));
    expect(await listed(archive, { limit: 0 })).toStrictEqual([]);
  });

  test('has all posts of platforms whose ids differ in nothing but zeros before them', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    const posts: readonly PostId[] = ['mastodon:20', 'mastodon:00000000000000000020', 'mastodon:020', 'mastodon:21'];
    for (const post of posts.toReversed()) await archive.commit(draftOf(post));
    expect(await listed(archive)).toStrictEqual(posts);
    for (const [index, after] of posts.entries()) {
      expect(await listed(archive, { limit: 1, after })).toStrictEqual(posts.slice(index + 1, index + 2));
    }
    await archive.reindex();
    expect(await listed(archive)).toStrictEqual(posts);
  });

  test('goes through more posts than fit on a page', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    const posts = Array.from({ length: 450 }, (_, index): PostId => `x:${1000 + index}`);
    await Promise.all(posts.map((post) => archive.commit(draftOf(post))));
    expect(await listed(archive)).toStrictEqual(posts);
    expect(await listed(archive, { limit: 401 })).toHaveLength(401);
  });

  test('can be narrowed', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    const other = { ...postOf('x:21', 'text'), author: { ...postOf('x:21', '').author, handle: 'Other' } };
    const observation = { ...draftOf('x:22').observation, state: 'suspended', reason: 'Suspended' } as const;
    await archive.commit(draftOf('x:20'));
    await archive.commit(draftOf('x:21', { content: other }));
    await archive.commit(draftOf('x:22', { observation, content: null, source: null }));
    await archive.commit(draftOf('bluesky:abc'));
    expect(await listed(archive, { author: '@OTHER' })).toStrictEqual(['x:21']);
    expect(await listed(archive, { author: "x' OR 1=1 --" })).toStrictEqual([]);
    expect(await listed(archive, { state: 'suspended' })).toStrictEqual(['x:22']);
    expect(await listed(archive, { platform: 'bluesky' })).toStrictEqual(['bluesky:abc']);
    expect(await listed(archive, { platform: 'x', state: 'live', after: 'x:20' })).toStrictEqual(['x:21']);
  });
});

describe('resolve', () => {
  test('finds a post by its id, by links in any spelling, and by provisional ids', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    await archive.commit(draftOf('x:20', { knownAs: ['x:~AbCdEfGhIj', 'https://pic.twitter.com/AbCdEfGhIj'] }));
    await archive.commit(draftOf('x:20', { knownAs: ['https://t.co/KlMnOpQrSt'] }));
    for (const name of [
      'x:20',
      'x:~AbCdEfGhIj',
      'https://pic.twitter.com/AbCdEfGhIj',
      'http://PIC.twitter.com/AbCdEfGhIj/#photo',
      'https://t.co/KlMnOpQrSt',
      'https://www.x.com/example/status/20',
    ]) {
      expect(await archive.resolve(name), name).toBe('x:20');
    }
    for (const name of ['x:21', 'x:~abcdefghij', 'https://t.co/klmnopqrst', 'https://t.co/', 'KlMnOpQrSt', '', '%']) {
      expect(await archive.resolve(name), name).toBeNull();
    }
  });

  test('prefers the post whose own id is known', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    await archive.commit(draftOf('x:~AbCdEfGhIj', { knownAs: ['https://t.co/AbCdEfGhIj'] }));
    expect(await archive.resolve('x:~AbCdEfGhIj')).toBe('x:~AbCdEfGhIj');
    expect(await archive.resolve('https://t.co/AbCdEfGhIj')).toBe('x:~AbCdEfGhIj');
    await archive.commit(draftOf('x:20', { knownAs: ['x:~AbCdEfGhIj', 'https://t.co/AbCdEfGhIj'] }));
    expect(await archive.resolve('x:~AbCdEfGhIj')).toBe('x:20');
    expect(await archive.resolve('https://t.co/AbCdEfGhIj')).toBe('x:20');
  });

  test('prefers the post that was captured last', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    const knownAs = ['https://t.co/AbCdEfGhIj'];
    await archive.commit(draftOf('x:21', { knownAs, capturedAt: '2026-11-23T10:00:00.000Z' }));
    await archive.commit(draftOf('x:20', { knownAs }));
    expect(await archive.resolve('https://t.co/AbCdEfGhIj')).toBe('x:21');
  });
});

describe('the index', () => {
  const spoil: Record<string, (path: string) => Promise<void>> = {
    'is missing': (path) => rm(path),
    'is no database': (path) => writeFile(path, 'not a database '.repeat(500)),
    'is empty': (path) => writeFile(path, ''),
    'is another program’s': async (path) => {
      await rm(path);
      const db = new DatabaseSync(path);
      db.exec('CREATE TABLE posts (a); INSERT INTO posts VALUES (1)');
      db.close();
    },
    'is of another version': async (path) => {
      const db = new DatabaseSync(path);
      db.exec('PRAGMA user_version = 99');
      db.close();
    },
    'lacks a table': async (path) => {
      const db = new DatabaseSync(path);
      db.exec('DROP TABLE names');
      db.close();
    },
    'has rows that cannot be': async (path) => {
      const db = new DatabaseSync(path);
      db.exec(`UPDATE posts SET state = 'eaten'`);
      db.close();
    },
  };

  test.each(Object.keys(spoil))('that %s is made anew, for those who write and those who read', async (state) => {
    for (const readOnly of [true, false]) {
      await using place = await temporaryPlace();
      {
        await using archive = await openArchive(place.path);
        await archive.commit(draftOf('x:20', { knownAs: ['https://t.co/AbCdEfGhIj'] }));
        await archive.commit(draftOf('x:21'));
      }
      await spoil[state]?.(join(place.path, 'index.sqlite'));
      await using archive = await openArchive(place.path, { readOnly });
      expect(await archive.resolve('https://t.co/AbCdEfGhIj')).toBe('x:20');
      expect(await listed(archive)).toStrictEqual(['x:20', 'x:21']);
      if (!readOnly) expect(await problemsOf(archive)).toStrictEqual([]);
    }
  });

  test('that is replaced by another program is noticed', async () => {
    await using place = await temporaryPlace();
    await using one = await openArchive(place.path);
    await using other = await openArchive(place.path);
    await one.commit(draftOf('x:20'));
    expect(await listed(one)).toStrictEqual(['x:20']);
    expect(await other.reindex()).toStrictEqual({ posts: 1, records: 1, damaged: [] });
    await one.commit(draftOf('x:21'));
    expect(await listed(one)).toStrictEqual(['x:20', 'x:21']);
    expect(await listed(other)).toStrictEqual(['x:20', 'x:21']);
    expect(await problemsOf(other)).toStrictEqual([]);
  });

  test('passes over records that cannot be trusted, and says so, and how far it has come', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    await archive.commit(draftOf('x:20'));
    const { path } = await archive.commit(draftOf('x:20'));
    await archive.commit(draftOf('x:21'));
    await writeFile(join(place.path, path), 'nonsense');
    const progress: number[] = [];
    const report = await archive.reindex({ onProgress: (posts) => void progress.push(posts) });
    expect(report).toStrictEqual({ posts: 2, records: 2, damaged: [path] });
    expect(progress.at(-1)).toBe(2);
    expect(await collect(archive.list())).toMatchObject([
      { post: 'x:20', n: 1 },
      { post: 'x:21', n: 1 },
    ]);
  });
});

describe('a commit that the index has not taken in', () => {
  test('is seen by every other program at once', async () => {
    await using place = await temporaryPlace();
    await using writer = await openArchive(place.path);
    await using reader = await openArchive(place.path, { readOnly: true });
    await using other = await openArchive(place.path);
    for (const post of ['x:20', 'x:21'] as const) {
      await writer.commit(draftOf(post, { knownAs: [`https://t.co/${post.slice(2)}`] }));
      expect(await reader.resolve(`https://t.co/${post.slice(2)}`)).toBe(post);
      expect(await other.resolve(`https://t.co/${post.slice(2)}`)).toBe(post);
    }
    expect(await listed(reader)).toStrictEqual(['x:20', 'x:21']);
    // Only its own program, or age, removes a mark: the commit behind it may not be over.
    expect(await readdir(join(place.path, 'pending'))).toHaveLength(2);
    expect(await listed(writer)).toStrictEqual(['x:20', 'x:21']);
    expect(await readdir(join(place.path, 'pending'))).toHaveLength(0);
  });

  test('is taken in by whoever comes after a program that died, and its mark goes by age', async () => {
    await using place = await temporaryPlace();
    const now = new Date('2026-11-22T10:00:00.000Z');
    const index = join(place.path, 'index.sqlite');
    {
      await using archive = await openArchive(place.path);
      await copyFile(index, join(place.path, '.index-before'));
      await archive.commit(draftOf('x:~AbCdEfGhIj'));
    }
    // As it is when a program dies between the record and the index.
    await copyFile(join(place.path, '.index-before'), index);
    const mark = join(place.path, 'pending', `${folderName('x:~AbCdEfGhIj')}.0123456789abcdef-1`);
    await writeFile(mark, '');
    await utimes(mark, now, now);
    await using reader = await openArchive(place.path, { readOnly: true });
    expect(await listed(reader)).toStrictEqual(['x:~AbCdEfGhIj']);
    for (const [minutes, marks] of [
      [59, 1],
      [61, 0],
    ] as const) {
      const later = new Date(now.getTime() + minutes * 60_000);
      await using archive = await openArchive(place.path, { now: () => later });
      expect(await listed(archive)).toStrictEqual(['x:~AbCdEfGhIj']);
      expect(await readdir(join(place.path, 'pending'))).toHaveLength(marks);
    }
  });

  test('does not pile up: after many, the index takes them in', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    for (let index = 0; index < 300; index += 1) await archive.commit(draftOf(`x:${1000 + index}`));
    expect((await readdir(join(place.path, 'pending'))).length).toBeLessThan(60);
    expect((await stat(join(place.path, 'index.sqlite'))).size).toBeGreaterThan(0);
    expect(await listed(archive)).toHaveLength(300);
  });
});
