import { chmod, cp, mkdir, readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { commitRound } from '../../test/commit-round.ts';
import { problemsOf } from '../../test/problems-of.ts';
import { draftOf, exchangeOf, photoOf, postOf } from '../../test/snapshots.ts';
import { temporaryPlace, type TemporaryPlace } from '../../test/temporary-place.ts';
import { blobPath, postFolder, sha256Of } from '../layout.ts';
import { openArchive } from '../open/open-archive.ts';
import type { Problem, VerifyReport } from './verify-report.ts';

/** A small archive with something of everything. It has been closed. */
async function smallArchive(): Promise<TemporaryPlace> {
  const place = await temporaryPlace();
  let month = 10;
  await using archive = await openArchive(place.path, { now: () => new Date(`2026-${month}-22T10:00:00.000Z`) });
  const script = await archive.keep(Buffer.from('a script that all pages share'));
  for (const post of ['x:20', 'x:21', 'x:~AbCdEfGhIj'] as const) {
    for (const round of [1, 2, 3]) {
      const sha256 = await commitRound(archive, post, round, script);
      month = 9 + round;
      await archive.note({ post, record: sha256, ...draftOf(post).observation });
    }
  }
  return place;
}

/** The files whose every byte counts. */
async function filesOf(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  const files = paths.filter((path) => /^(?:embalm\.json|blobs\/|posts\/|checks\/)/.test(path)).toSorted();
  for (const path of files) await chmod(join(root, path), 0o644);
  return files;
}

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
    await filesOf(place.path);
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
    await filesOf(place.path);
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

  test.each([
    [`UPDATE posts SET text = 'another' WHERE post = 'x:20'`, 'index-differs'],
    [`UPDATE posts SET n = 2 WHERE post = 'x:20'`, 'index-differs'],
    [`DELETE FROM posts WHERE post = 'x:20'`, 'index-differs'],
    [`DELETE FROM names WHERE post = 'x:20' AND key = 't.co/1'`, 'index-differs'],
    [`INSERT INTO names VALUES ('t.co/9', 'x:20')`, 'index-differs'],
    [`PRAGMA application_id = 9`, 'index-damaged'],
    [
      `INSERT OR REPLACE INTO texts (text, name, handle, state, rowid) VALUES ('The text of x 99', 'An Example', 'Example', 'live', (SELECT key FROM posts WHERE post = 'x:20'))`,
      'index-differs',
    ],
    [
      `INSERT OR REPLACE INTO texts (text, name, handle, state, article, rowid) VALUES ('The text of x:20', 'An Example', 'Example', 'live', '0123456789abcdef', (SELECT key FROM posts WHERE post = 'x:20'))`,
      'index-differs',
    ],
    [`DELETE FROM texts WHERE rowid = (SELECT key FROM posts WHERE post = 'x:21')`, 'index-differs'],
    [`INSERT INTO texts (rowid, text) VALUES (99, 'words of nobody')`, 'index-differs'],
    [`UPDATE due SET next_at = next_at + 1 WHERE post = 'x:20'`, 'index-differs'],
    [`UPDATE due SET changed_at = 0 WHERE post = 'x:20'`, 'index-differs'],
    [`DELETE FROM due WHERE post = 'x:21'`, 'index-differs'],
    [`UPDATE posts SET state = 'gone' WHERE post = 'x:20'`, 'index-damaged'],
  ])('an index that disagrees with the records: %s', async (sql, code) => {
    await using place = await smallArchive();
    const db = new DatabaseSync(join(place.path, 'index.sqlite'));
    db.exec(sql);
    db.close();
    await using archive = await openArchive(place.path);
    expect(await problemsOf(archive)).toStrictEqual([`${code} index.sqlite`]);
    await archive.reindex();
    expect(await problemsOf(archive)).toStrictEqual([]);
  });

  test('an index that is no database', async () => {
    await using place = await smallArchive();
    await writeFile(join(place.path, 'index.sqlite'), 'not a database '.repeat(500));
    await using archive = await openArchive(place.path, { readOnly: true });
    expect(await problemsOf(archive)).toStrictEqual(['index-damaged index.sqlite']);
  });
});

test('an index of another version of the program is no damage: it is made anew when it is next used', async () => {
  await using place = await smallArchive();
  const path = join(place.path, 'index.sqlite');
  using db = new DatabaseSync(path);
  db.exec('PRAGMA user_version = 3');
  await using archive = await openArchive(place.path);
  expect(await problemsOf(archive)).toStrictEqual([]);
  expect(await archive.resolve('https://t.co/1')).not.toBeNull();
  expect(await problemsOf(archive)).toStrictEqual([]);
});

test('words of every kind of writing are compared as the index has them', async () => {
  await using place = await temporaryPlace();
  await using archive = await openArchive(place.path);
  const texts = [
    '',
    'e\u0301t\u00e9 and a mark alone: \u0301 \ufe0f',
    '木漏れ日 สวัสดี 한국어 हिन्दी عربي',
    '👩‍👩‍👧 ⚕️ 🇺🇦 \ud800 ',
    'Ǆ ß İ ı ﬁ',
    '\u0000 a "quoted" \'text\' * AND NOT',
    'a '.repeat(3000),
  ];
  for (const [index, text] of texts.entries()) {
    const post = `x:${30 + index}` as const;
    const { author, ...content } = postOf(post, text);
    await archive.commit(draftOf(post, { content: { ...content, author: { ...author, name: text.slice(0, 40) } } }));
  }
  // One is taken in by itself, and one again.
  await archive.resolve('x:30');
  await archive.commit(draftOf('x:30'));
  expect(await problemsOf(archive)).toStrictEqual([]);
  await archive.resolve('x:30');
  expect(await problemsOf(archive)).toStrictEqual([]);
  await archive.reindex();
  expect(await problemsOf(archive)).toStrictEqual([]);
});

test('an archive without its index is sound', async () => {
  await using place = await smallArchive();
  await rm(join(place.path, 'index.sqlite'));
  await using archive = await openArchive(place.path, { readOnly: true });
  expect(await problemsOf(archive)).toStrictEqual([]);
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

describe('a part of an archive', () => {
  test('is read alone, and the parts make up the whole', async () => {
    await using place = await smallArchive();
    await using archive = await openArchive(place.path, { readOnly: true });
    const parts = 20;
    const reports: VerifyReport[] = [];
    for (let part = 0; part < parts; part += 1) {
      reports.push(await archive.verify({ slice: { from: part / parts, share: 1 / parts } }));
    }
    const sum = (of: (report: VerifyReport) => number): number => reports.reduce((total, each) => total + of(each), 0);
    expect(sum(({ blobs }) => blobs)).toBe(10);
    expect(sum(({ records }) => records)).toBe(9);
    expect(sum(({ covered }) => covered)).toBeCloseTo(1);
    expect(sum(({ problems }) => problems)).toBe(0);
    expect(Math.max(...reports.map(({ blobs }) => blobs))).toBeLessThan(10);
  });

  test('goes round: it may begin anywhere', async () => {
    await using place = await smallArchive();
    await using archive = await openArchive(place.path, { readOnly: true });
    for (const from of [0, 0.001, 0.37, 0.5, 0.999]) {
      expect(await archive.verify({ slice: { from, share: 1 } })).toMatchObject({ blobs: 10, records: 9, covered: 1 });
    }
  });

  test('shows what is damaged in it, and not what is damaged elsewhere', async () => {
    await using place = await smallArchive();
    await using archive = await openArchive(place.path, { readOnly: true });
    const sha256 = sha256Of('a script that all pages share');
    const file = join(place.path, blobPath(sha256));
    await chmod(file, 0o644);
    await writeFile(file, 'a script that all pages SHARE');
    const from = Number.parseInt(sha256.slice(0, 2), 16) / 256;
    expect(await archive.verify({ slice: { from, share: 1 / 256 } })).toMatchObject({ problems: 1 });
    expect(await archive.verify({ slice: { from: (from + 0.5) % 1, share: 1 / 256 } })).toMatchObject({ problems: 0 });
  });

  test('is what was written since', async () => {
    await using place = await smallArchive();
    const paths = await filesOf(place.path);
    for (const path of paths) await utimes(join(place.path, path), new Date(0), new Date('2026-01-01'));
    const since = new Date('2026-02-01');
    {
      await using archive = await openArchive(place.path);
      expect(await archive.verify({ since })).toMatchObject({ posts: 0, blobs: 0, problems: 0 });
      const photo = await archive.keep(Buffer.from('a photo of today'));
      await archive.commit(draftOf('x:20', { files: { 'media/1.jpg': photoOf(photo) } }));
      expect(await archive.verify({ since })).toMatchObject({ posts: 1, records: 4, blobs: 1, problems: 0 });
    }
  });

  test('is what time allows', async () => {
    await using place = await smallArchive();
    await using archive = await openArchive(place.path, { readOnly: true });
    expect(await archive.verify({ maxDurationMs: 0 })).toMatchObject({ blobs: 0, records: 0, problems: 0, covered: 0 });
    expect(await archive.verify({ maxDurationMs: 3_600_000 })).toMatchObject({ blobs: 10, records: 9, covered: 1 });
  });
});
