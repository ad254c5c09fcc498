import { describe, expect, test } from 'vitest';
import { collect } from '../../test/collect.ts';
import { failingDisk } from '../../test/disks.ts';
import { problemsOf } from '../../test/problems-of.ts';
import { draftOf, exchangeOf, photoOf } from '../../test/snapshots.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import { DiskFullError } from '../archive-errors.ts';
import { openArchive, openArchiveOn } from '../open/open-archive.ts';
import type { Disk } from './disk.ts';

/** What has been acknowledged before a fault. */
interface Acknowledged {
  blobs: string[];
  records: number;
  notes: number;
}

/** Make an archive and use it in every way that writes. */
async function useArchive(disk: Disk, path: string, acknowledged: Acknowledged): Promise<void> {
  await using archive = await openArchiveOn(disk, path);
  for (const round of [1, 2]) {
    const body = await archive.keep(Buffer.from(`body ${round}`));
    acknowledged.blobs.push(body.sha256);
    const photo = await archive.keepStream(
      (async function* () {
        yield Buffer.from(`photo ${round}`);
      })(),
    );
    acknowledged.blobs.push(photo.sha256);
    const draft = draftOf('x:20', { exchanges: [exchangeOf(body)], files: { 'media/1.jpg': photoOf(photo) } });
    const { sha256 } = await archive.commit(draft);
    acknowledged.records += 1;
    await archive.note({ post: 'x:20', record: sha256, ...draft.observation });
    acknowledged.notes += 1;
  }
}

describe('when the disk fails', () => {
  test.each([
    ['EIO', Error],
    ['ENOSPC', DiskFullError],
  ] as const)(
    'with %s at any one call, nothing acknowledged is lost and the archive stays sound',
    async (code, kind) => {
      let points = 0;
      let thrown = 0;
      for (let failing = 1; ; failing += 1) {
        await using place = await temporaryPlace();
        const { disk, calls } = failingDisk(failing, code);
        const acknowledged: Acknowledged = { blobs: [], records: 0, notes: 0 };
        try {
          await useArchive(disk, place.path, acknowledged);
        } catch (error) {
          expect(error, `call ${failing}`).toBeInstanceOf(kind);
          thrown += 1;
        }
        if (calls() < failing) break;
        points += 1;
        await using archive = await openArchive(place.path);
        // Before anything is written, and so mended: what the fault left must be sound as it is.
        expect(await problemsOf(archive), `call ${failing}`).toStrictEqual([]);
        for (const sha256 of acknowledged.blobs) expect(await archive.readBlob(sha256)).toBeTruthy();
        const records = await collect(archive.history('x:20'));
        expect(records.length).toBeGreaterThanOrEqual(acknowledged.records);
        expect((await archive.verify()).checks).toBeGreaterThanOrEqual(acknowledged.notes);
        const next = await archive.commit(draftOf('x:20'));
        expect(next.record.n).toBe(records.length + 1);
        await archive.note({ post: 'x:20', record: next.sha256, ...draftOf('x:20').observation });
        expect(await archive.resolve('x:20')).toBe('x:20');
        expect(await problemsOf(archive)).toStrictEqual([]);
      }
      expect(points).toBeGreaterThan(70);
      // Removing temporary files, and cleaning up, may fail unnoticed.
      expect(thrown).toBeGreaterThan(60);
    },
  );
});
