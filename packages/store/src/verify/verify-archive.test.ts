import { cp, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problemsOf } from '../../test/problems-of.ts';
import { keptFiles, smallArchive } from '../../test/small-archive.ts';
import { draftOf, exchangeOf } from '../../test/snapshots.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import { blobPath, postFolder, sha256Of } from '../layout.ts';
import { openArchive } from '../open/open-archive.ts';
import type { Problem, VerifyReport } from './verify-report.ts';

test('a sound archive has no problems, and everything in it is counted', async () => {
  await using place = await smallArchive();
  await using archive = await openArchive(place.path);
  const progress: VerifyReport[] = [];
  const report = await archive.verify({ onProgress: (soFar) => progress.push(soFar) });
  expect(report).toStrictEqual({
    posts: 3,
    records: 9,
    blobs: 10,
    bytes: 18_029,
    checks: 9,
    checkpoints: 0,
    problems: 0,
    covered: 1,
  });
  expect(progress).toHaveLength(256);
  expect(progress[63]).toMatchObject({ covered: 0.25 });
  expect(progress.at(-1)).toStrictEqual(report);
});

describe('verify finds and names', () => {
  test('every file that is added, wherever it is', async () => {
    await using place = await smallArchive();
    await using archive = await openArchive(place.path, { readOnly: true });
    const blob = blobPath(sha256Of('a script that all pages share'));
    const added = [
      'notes.txt',
      'blobs/file',
      'blobs/zz/file',
      `${dirname(blob)}/file`,
      `${dirname(dirname(blob))}/zz/${sha256Of('other')}`,
      `blobs/00/00/${sha256Of('other')}`,
      `${blob}.bak`,
      'posts/file',
      'posts/zz/x-20/000001.json',
      'posts/00/x-20/000001.json',
      `${dirname(postFolder('x:20'))}/x-020/000001.json`,
      `${postFolder('x:20')}/000001.json.bak`,
      `${postFolder('x:20')}/0000001.json`,
      `${postFolder('x:20')}/more/000001.json`,
      'checks/2026-13.jsonl',
      'checks/file',
      'checkpoints/file',
      'checkpoints/000001.json.bak',
      'checkpoints/more/000001.json',
      `checkpoints/000009.a.example.${sha256Of('added')}.tst`,
      'pending/file',
      'pending/x-20.0123456789abcdef-1/file',
      'tmp/file',
      'tmp/0123456789abcdef-1.tmp/file',
      'more/file',
      'index.sqlite.bak',
      'index.sqlite-journal/file',
    ];
    for (const path of added) {
      const before = new Set(await readdir(place.path, { recursive: true }));
      await mkdir(dirname(join(place.path, path)), { recursive: true });
      await writeFile(join(place.path, path), 'added');
      const found = await problemsOf(archive);
      expect(found.length, path).toBeGreaterThan(0);
      for (const problem of found) {
        const [code, named = ''] = problem.split(' ');
        expect(code, path).toMatch(/^(?:unexpected-file|blob-damaged|timestamp-damaged)$/);
        expect(path.startsWith(named), problem).toBe(true);
      }
      for (const name of await readdir(place.path, { recursive: true })) {
        if (!before.has(name)) await rm(join(place.path, name), { recursive: true, force: true });
      }
      expect(await problemsOf(archive), path).toStrictEqual([]);
    }
    expect(added).toHaveLength(27);
  });

  test('a blob that is a link to another file (safe)', async () => {
    await using place = await smallArchive();
    await using archive = await openArchive(place.path, { readOnly: true });
    const path = blobPath(sha256Of('a script that all pages share'));
    await rename(join(place.path, path), join(place.path, '.elsewhere'));
    await symlink(join(place.path, '.elsewhere'), join(place.path, path));
    expect(await problemsOf(archive)).toContain(`unexpected-file ${path}`);
  });

  test('a record that was exchanged for another sound one', async () => {
    await using place = await smallArchive();
    await using archive = await openArchive(place.path, { readOnly: true });
    await keptFiles(place.path);
    const folder = join(place.path, postFolder('x:20'));
    await using other = await temporaryPlace();
    await using forger = await openArchive(other.path);
    await forger.commit(draftOf('x:20', { capturedAt: '2026-01-01T00:00:00.000Z' }));
    await cp(join(other.path, postFolder('x:20'), '000001.json'), join(folder, '000001.json'), { force: true });
    expect(await problemsOf(archive)).toContain(`chain-broken ${postFolder('x:20')}/000002.json`);
  });

  test('a newest record that was exchanged or taken away, because the index has seen it', async () => {
    await using place = await smallArchive();
    await using archive = await openArchive(place.path, { readOnly: true });
    await keptFiles(place.path);
    const folder = join(place.path, postFolder('x:20'));
    await rm(folder, { recursive: true });
    const problems: Problem[] = [];
    await archive.verify({ onProblem: (problem) => problems.push(problem) });
    expect(problems).toStrictEqual([
      {
        code: 'record-missing',
        path: `${postFolder('x:20')}/000003.json`,
        message: 'records 1 to 3 are gone; the index has seen them',
        post: 'x:20',
      },
    ]);
    await using other = await temporaryPlace();
    await using forger = await openArchive(other.path);
    for (const day of ['01', '02', '03']) {
      await forger.commit(draftOf('x:20', { capturedAt: `2026-01-${day}T00:00:00.000Z` }));
    }
    await cp(join(other.path, postFolder('x:20')), folder, { recursive: true });
    expect(await problemsOf(archive)).toStrictEqual(['index-differs index.sqlite']);
  });

  test('a record whose number is far ahead, without counting up to it (safe)', async () => {
    await using place = await smallArchive();
    await using archive = await openArchive(place.path, { readOnly: true });
    await writeFile(join(place.path, postFolder('x:20'), '999999999.json'), '{}');
    expect(await problemsOf(archive)).toStrictEqual([
      `record-damaged ${postFolder('x:20')}/999999999.json`,
      `record-missing ${postFolder('x:20')}/000004.json`,
    ]);
  });
});

test('commits and checks that come while it runs are no problems', async () => {
  await using place = await smallArchive();
  await using writer = await openArchive(place.path);
  await using reader = await openArchive(place.path, { readOnly: true });
  const stop = new AbortController();
  let commits = 0;
  const writing = (async () => {
    while (!stop.signal.aborted) {
      const body = await writer.keep(Buffer.from(`body ${commits}`));
      const { sha256 } = await writer.commit(draftOf(`x:${20 + (commits % 40)}`, { exchanges: [exchangeOf(body)] }));
      await writer.note({ post: 'x:20', record: sha256, ...draftOf('x:20').observation });
      if (commits % 7 === 0) await writer.resolve('x:20');
      commits += 1;
    }
  })();
  for (let round = 0; round < 8; round += 1) expect(await problemsOf(reader)).toStrictEqual([]);
  stop.abort();
  await writing;
  expect(commits).toBeGreaterThan(8);
});

test('it stops when it is told to', async () => {
  await using place = await smallArchive();
  await using archive = await openArchive(place.path);
  await expect(archive.verify({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
});
