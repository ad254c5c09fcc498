import { chmod, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keptFiles, smallArchive } from '../../test/small-archive.ts';
import { draftOf, photoOf } from '../../test/snapshots.ts';
import { blobPath, sha256Of } from '../layout.ts';
import { openArchive } from '../open/open-archive.ts';
import type { VerifyReport } from './verify-report.ts';

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
    const paths = await keptFiles(place.path);
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
