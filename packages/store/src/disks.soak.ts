import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mountLoopDisk } from '../test/loop-disk.ts';
import { lostLines } from '../test/lost-lines.ts';
import { problemsOf } from '../test/problems-of.ts';
import { mountSmallDisk } from '../test/small-disk.ts';
import { draftOf, exchangeOf } from '../test/snapshots.ts';
import { type Archive, ArchiveReadOnlyError, DiskFullError, openArchive } from './index.ts';

/** Commit posts with a check each until something fails; says what was acknowledged. */
async function writeUntilItFails(archive: Archive, first: number, said: string[], most: number): Promise<unknown> {
  for (let index = first; index < first + most; index += 1) {
    try {
      const body = await archive.keep(Buffer.alloc(3000, `body ${index} `));
      said.push(`blob ${body.sha256}`);
      const post = `x:${100 + index}` as const;
      const { record, sha256 } = await archive.commit(draftOf(post, { exchanges: [exchangeOf(body)] }));
      said.push(`record ${post} ${record.n} ${sha256}`);
      await archive.note({ post, record: sha256, ...draftOf(post).observation });
      said.push(`note ${index}`);
    } catch (error) {
      return error;
    }
  }
  return null;
}

test('a disk that runs full at 50 places loses nothing acknowledged, and takes more when there is room', async (context) => {
  await using disk = await mountSmallDisk(4);
  if (disk === null) return context.skip();
  const losses: string[] = [];
  let acknowledged = 0;
  for (let round = 0; round < 50; round += 1) {
    const path = join(disk.path, 'archive');
    const said: string[] = [];
    {
      await using archive = await openArchive(path);
      // Another page of room each time: it runs out at another call.
      await writeFile(join(disk.path, 'ballast'), Buffer.alloc(3_600_000 - round * 4096));
      expect(await writeUntilItFails(archive, 0, said, 1000)).toBeInstanceOf(DiskFullError);
      losses.push(...(await problemsOf(archive)), ...(await lostLines(archive, said)));
    }
    acknowledged += said.length;
    await rm(join(disk.path, 'ballast'));
    {
      await using archive = await openArchive(path);
      expect(await writeUntilItFails(archive, 1000, said, 2)).toBeNull();
      losses.push(...(await problemsOf(archive)), ...(await lostLines(archive, said)));
    }
    await rm(path, { recursive: true });
  }
  console.log(`50 full disks, ${acknowledged} acknowledgements, ${losses.length} losses`);
  expect(losses).toStrictEqual([]);
  expect(acknowledged).toBeGreaterThan(300);
});

test('a disk that goes read-only under a writer, 10 times, loses nothing acknowledged', async (context) => {
  await using disk = await mountLoopDisk();
  if (disk === null) return context.skip();
  const losses: string[] = [];
  let acknowledged = 0;
  for (let round = 0; round < 10; round += 1) {
    const path = join(disk.path, `archive-${round}`);
    const said: string[] = [];
    {
      await using archive = await openArchive(path);
      const writing = writeUntilItFails(archive, 0, said, 10_000);
      while (said.length < 10 + round) await new Promise(setImmediate);
      await disk.fail();
      expect(await writing).toBeInstanceOf(Error);
      await expect(openArchive(path)).rejects.toBeInstanceOf(ArchiveReadOnlyError);
      // What was kept can be looked at meanwhile.
      await using reader = await openArchive(path, { readOnly: true });
      losses.push(...(await lostLines(reader, said)));
    }
    acknowledged += said.length;
    await disk.remount();
    await using archive = await openArchive(path);
    losses.push(...(await problemsOf(archive)), ...(await lostLines(archive, said)));
    expect(await writeUntilItFails(archive, 20_000, said, 2)).toBeNull();
    losses.push(...(await problemsOf(archive)), ...(await lostLines(archive, said)));
  }
  console.log(`10 disks went read-only, ${acknowledged} acknowledgements, ${losses.length} losses`);
  expect(losses).toStrictEqual([]);
  expect(acknowledged).toBeGreaterThan(100);
});
