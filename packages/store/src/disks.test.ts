import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collect } from '../test/collect.ts';
import { problemsOf } from '../test/problems-of.ts';
import { freezeDirectory, mountSmallDisk } from '../test/small-disk.ts';
import { draftOf, exchangeOf } from '../test/snapshots.ts';
import { temporaryPlace } from '../test/temporary-place.ts';
import { type Archive, ArchiveReadOnlyError, DiskFullError, openArchive } from './index.ts';
import { layout } from './layout.ts';

const megabyte = 1024 * 1024;

/** Commit until something fails. */
async function fill(archive: Archive, acknowledged: string[]): Promise<unknown> {
  for (let index = 0; index < 1000; index += 1) {
    try {
      const body = await archive.keep(Buffer.alloc(100_000, `${index} ${acknowledged.length}`));
      const { sha256 } = await archive.commit(draftOf(`x:${100 + index}`, { exchanges: [exchangeOf(body)] }));
      acknowledged.push(sha256);
    } catch (error) {
      return error;
    }
  }
  return null;
}

describe('a full disk', () => {
  test('takes nothing more, keeps what it has, and goes on when there is room again', async (context) => {
    await using disk = await mountSmallDisk(4);
    if (disk === null) return context.skip();
    const path = join(disk.path, 'archive');
    const acknowledged: string[] = [];
    {
      await using archive = await openArchive(path);
      await writeFile(join(disk.path, 'ballast'), Buffer.alloc(megabyte));
      const failed = await fill(archive, acknowledged);
      expect(failed).toBeInstanceOf(DiskFullError);
      expect(failed).toMatchObject({
        message: expect.stringMatching(/^No room left on the disk for .*Make room and run again/),
      });
      // What can be read can still be read, and found.
      expect(await collect(archive.list())).toHaveLength(acknowledged.length);
      expect(await problemsOf(archive)).toStrictEqual([]);
    }
    await using archive = await openArchive(path);
    expect(await collect(archive.list())).toHaveLength(acknowledged.length);
    await expect(fill(archive, [])).resolves.toBeInstanceOf(DiskFullError);
    await rm(join(disk.path, 'ballast'));
    const { record } = await archive.commit(draftOf('x:20'));
    expect(record.n).toBe(1);
    expect(await collect(archive.list())).toHaveLength(acknowledged.length + 1);
    expect(await problemsOf(archive)).toStrictEqual([]);
    expect(acknowledged.length).toBeGreaterThan(5);
  });
});

describe('a disk that may only be read', () => {
  test.each(['with its index', 'without an index', 'with marks of a program that died'])(
    '%s: the archive is refused for writing, and can be looked at and verified',
    async (state) => {
      await using disk = process.getuid?.() === 0 ? await mountSmallDisk(8) : null;
      await using place = await temporaryPlace();
      const path = join(disk?.path ?? place.path, 'archive');
      {
        await using archive = await openArchive(path);
        const body = await archive.keep(Buffer.from('body'));
        await archive.commit(draftOf('x:20', { exchanges: [exchangeOf(body)], knownAs: ['https://t.co/AbCdEfGhIj'] }));
        await archive.commit(draftOf('x:21'));
      }
      if (state === 'without an index') await rm(join(path, layout.index));
      if (state === 'with marks of a program that died') {
        await writeFile(join(path, layout.pending, 'x-20.0123456789abcdef-1'), '');
      }
      await using frozen = disk === null ? await freezeDirectory({ ...place, path }) : null;
      await disk?.freeze();

      await expect(openArchive(path)).rejects.toBeInstanceOf(ArchiveReadOnlyError);
      await expect(openArchive(path)).rejects.toThrow(
        /^Cannot write to .*: (the disk is mounted read-only|no permission to write)\. Make it writable or use another archive; what was kept before is safe and can be read\.$/,
      );
      await expect(openArchive(join(path, 'new'))).rejects.toBeInstanceOf(ArchiveReadOnlyError);
      await using archive = await openArchive(path, { readOnly: true });
      expect((await collect(archive.list())).map(({ post }) => post)).toStrictEqual(['x:20', 'x:21']);
      expect(await archive.resolve('https://t.co/AbCdEfGhIj')).toBe('x:20');
      expect((await archive.head('x:20'))?.record.n).toBe(1);
      expect(await problemsOf(archive)).toStrictEqual([]);
      await archive.linkCache('links', 1000).set('a', 'b');
      expect(frozen === null).toBe(disk !== null);
    },
  );
});
