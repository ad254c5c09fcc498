import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { powerCutDisk, slowDisk, watchedDisk } from '../../test/disks.ts';
import { draftOf, exchangeOf } from '../../test/snapshots.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import { blobPath, folderName } from '../layout.ts';
import { openArchiveOn } from '../open/open-archive.ts';
import { createDurableFiles } from './durable-files.ts';
import { nodeDisk } from './disk.ts';

describe('a temporary file', () => {
  test('is written in full by a disk that takes seven bytes a call', async () => {
    await using place = await temporaryPlace();
    const files = createDurableFiles(slowDisk(7), place.path, join(place.path, 'tmp'));
    await using temporary = await files.createTemporary();
    await temporary.append(Buffer.from('a longer text in '));
    await temporary.append(Buffer.from('two parts'));
    await temporary.finish();
    await temporary.moveTo(join(place.path, 'file'));
    expect(await readFile(join(place.path, 'file'), 'utf8')).toBe('a longer text in two parts');
  });

  test('is an error on a disk that takes nothing', async () => {
    await using place = await temporaryPlace();
    const files = createDurableFiles(slowDisk(0), place.path, join(place.path, 'tmp'));
    await using temporary = await files.createTemporary();
    await expect(temporary.append(Buffer.from('text'))).rejects.toThrow('The disk took 0 of 4 bytes and no more');
  });

  test('claims a name once', async () => {
    await using place = await temporaryPlace();
    const files = createDurableFiles(nodeDisk, place.path, join(place.path, 'tmp'));
    for (const [text, claimed] of [
      ['first', true],
      ['second', false],
    ] as const) {
      await using temporary = await files.createTemporary();
      await temporary.append(Buffer.from(text));
      await temporary.finish();
      expect(await temporary.claim(join(place.path, 'file'))).toBe(claimed);
    }
    expect(await readFile(join(place.path, 'file'), 'utf8')).toBe('first');
    expect(await readdir(join(place.path, 'tmp'))).toStrictEqual([]);
  });
});

test('a directory that another program made is flushed once, because that one may not have come to it', async () => {
  await using place = await temporaryPlace();
  await mkdir(join(place.path, 'a/b'), { recursive: true });
  const flushed: string[] = [];
  const disk = watchedDisk((call, path) => call === 'sync-directory' && flushed.push(path));
  const files = createDurableFiles(disk, place.path, join(place.path, 'tmp'));
  await files.ensureDirectory(join(place.path, 'a/b'));
  await files.ensureDirectory(join(place.path, 'a/b'));
  expect(flushed).toStrictEqual([place.path, join(place.path, 'a')]);
});

describe('after a power cut', () => {
  test('all that was acknowledged is there: its bytes, its name and the names above it', async () => {
    await using place = await temporaryPlace();
    const root = join(place.path, 'archive');
    const markedAtLink: boolean[] = [];
    const { disk, atRisk } = powerCutDisk((path) => {
      const post = dirname(path).slice(dirname(dirname(path)).length + 1);
      if (path.includes('/posts/')) markedAtLink.push(atRiskMarks(post).length === 0);
    });
    const marks: string[] = [];
    const watched = watchedDisk(
      (call, path) => call === 'create' && path.includes('/pending/') && marks.push(path),
      disk,
    );
    const atRiskMarks = (folder: string): readonly string[] => {
      const own = marks.filter((path) => path.startsWith(join(root, 'pending', `${folder}.`)));
      if (own.length === 0) return ['there is no mark'];
      return own.flatMap((path) => atRisk(place.path, path).filter((risk) => risk.startsWith('the name')));
    };
    await using archive = await openArchiveOn(watched, root);
    expect(atRisk(place.path, join(root, 'embalm.json'))).toStrictEqual([]);
    let acknowledged = 0;
    const lanes = Array.from({ length: 4 }, async (_, lane) => {
      for (let round = 0; round < 5; round += 1) {
        const body = await archive.keep(Buffer.from(`body ${round % 3}`));
        expect(atRisk(place.path, join(root, blobPath(body.sha256)))).toStrictEqual([]);
        const streamed = await archive.keepStream(
          (async function* () {
            yield Buffer.from(`stream ${lane} ${round}`);
          })(),
        );
        expect(atRisk(place.path, join(root, blobPath(streamed.sha256)))).toStrictEqual([]);
        const post = `x:${20 + ((lane + round) % 5)}` as const;
        const { path, sha256 } = await archive.commit(draftOf(post, { exchanges: [exchangeOf(body)] }));
        expect(atRisk(place.path, join(root, path))).toStrictEqual([]);
        const { at, state, source, reason } = draftOf(post).observation;
        await archive.note({ post, record: sha256, at, state, source, reason });
        const [ledger = ''] = await readdir(join(root, 'checks'));
        expect(atRisk(place.path, join(root, 'checks', ledger))).toStrictEqual([]);
        acknowledged += 1;
      }
    });
    await Promise.all(lanes);
    expect(acknowledged).toBe(20);
    expect(markedAtLink.length).toBeGreaterThanOrEqual(20);
    expect(markedAtLink.every(Boolean)).toBe(true);
    expect(folderName('x:20')).toBe('x-20');
  });

  test('would miss what is not flushed: the account itself can fail', async () => {
    await using place = await temporaryPlace();
    const { disk, atRisk } = powerCutDisk();
    const file = await disk.create(join(place.path, 'file'), 0o666);
    await file.write(Buffer.from('text'), 0);
    const path = join(place.path, 'file');
    expect(atRisk(place.path, path)).toStrictEqual([`the name ${path}`, `the content of ${path}`]);
    await file.sync();
    await file.close();
    expect(atRisk(place.path, path)).toStrictEqual([`the name ${path}`]);
    await disk.syncDirectory(place.path);
    expect(atRisk(place.path, path)).toStrictEqual([]);
  });
});
