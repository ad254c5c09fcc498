import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collect } from '../../test/collect.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import { openArchive } from '../open/open-archive.ts';
import { openLinkCache } from './link-cache.ts';
import { createSqliteStorage } from './sqlite-storage.ts';

describe('the link cache', () => {
  test('remembers from one run to the next, each namespace for itself', async () => {
    await using place = await temporaryPlace();
    {
      await using archive = await openArchive(place.path);
      const links = archive.linkCache('links', 60_000);
      await links.set('https://t.co/a', { url: 'https://x.com/a/status/20' });
      await archive.linkCache('other', 60_000).set('https://t.co/a', 'other');
    }
    await using archive = await openArchive(place.path);
    const links = archive.linkCache('links', 60_000);
    expect(await links.get('https://t.co/a')).toStrictEqual({ url: 'https://x.com/a/status/20' });
    expect(await links.get(['https://t.co/a', 'https://t.co/b'])).toStrictEqual([
      { url: 'https://x.com/a/status/20' },
      undefined,
    ]);
    expect(await links.has('https://t.co/b')).toBe(false);
    expect(await links.delete('https://t.co/a')).toBe(true);
    expect(await links.get('https://t.co/a')).toBeUndefined();
    expect(await archive.linkCache('other', 60_000).get('https://t.co/a')).toBe('other');
  });

  test('makes no file before it is used', async () => {
    await using place = await temporaryPlace();
    await using archive = await openArchive(place.path);
    archive.linkCache('links', 60_000);
    expect(await readdir(archive.cacheDirectory)).toStrictEqual([]);
  });

  test('is in memory if the archive is read-only', async () => {
    await using place = await temporaryPlace();
    await (await openArchive(place.path))[Symbol.asyncDispose]();
    await using archive = await openArchive(place.path, { readOnly: true });
    const links = archive.linkCache('links', 60_000);
    await links.set('a', 1);
    expect(await links.get('a')).toBe(1);
    expect(await readdir(archive.cacheDirectory)).toStrictEqual([]);
  });

  test('throws what goes wrong, where Keyv by itself would say "not found"', async () => {
    await using place = await temporaryPlace();
    const links = openLinkCache(join(place.path, 'no-such-folder'), 'links', 60_000, () => new Date());
    links.on('error', () => null);
    await expect(links.get('a')).rejects.toThrow('unable to open database file');
    await expect(links.set('a', 1)).rejects.toThrow('unable to open database file');
  });

  test('begins anew if its file is damaged', async () => {
    await using place = await temporaryPlace();
    await writeFile(join(place.path, 'links.sqlite'), 'not a database '.repeat(500));
    const links = openLinkCache(place.path, 'links', 60_000, () => new Date());
    expect(await Promise.all([links.get('a'), links.get('b')])).toStrictEqual([undefined, undefined]);
    await links.set('a', 1);
    expect(await links.get('a')).toBe(1);
    await links.disconnect();
    expect((await readFile(join(place.path, 'links.sqlite'))).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  test.each(['', '../x', 'A', 'a/b', '-a', 'x'.repeat(65)])('refuses the namespace %j (safe)', (namespace) => {
    expect(() => openLinkCache('/tmp', namespace, 1, () => new Date())).toThrow(RangeError);
  });
});

describe('the storage behind it', () => {
  test('forgets what has expired', async () => {
    await using place = await temporaryPlace();
    let time = 1000;
    const storage = createSqliteStorage(join(place.path, 'links.sqlite'), () => time);
    await storage.setMany([
      { key: 'a', value: 'short', expires: 2000 },
      { key: 'b', value: 'long', expires: 3000 },
      { key: 'c', value: 'for ever' },
    ]);
    expect(await storage.getMany(['a', 'b', 'c', 'd'])).toStrictEqual(['short', 'long', 'for ever', undefined]);
    time = 2000;
    expect(await storage.hasMany(['a', 'b'])).toStrictEqual([false, true]);
    expect(await collect(storage.iterator())).toStrictEqual([
      ['b', 'long'],
      ['c', 'for ever'],
    ]);
    expect(await storage.deleteMany(['b', 'd'])).toStrictEqual([true, false]);
    await storage.clear();
    expect(await collect(storage.iterator())).toStrictEqual([]);
    await storage.disconnect();
    await storage.disconnect();
  });

  test('iterates over more entries than a call stack would take', async () => {
    await using place = await temporaryPlace();
    const storage = createSqliteStorage(join(place.path, 'links.sqlite'), () => 0);
    await storage.setMany(Array.from({ length: 5000 }, (_, index) => ({ key: `k${index}`, value: 'v' })));
    expect(await collect(storage.iterator())).toHaveLength(5000);
    await storage.disconnect();
  });
});
