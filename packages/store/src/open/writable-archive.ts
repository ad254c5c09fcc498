import { join } from 'node:path';
import type { Keyv } from 'keyv';
import type { Archive } from '../archive.ts';
import { createBlobWriter } from '../blob/blob-writer.ts';
import { openLinkCache } from '../cache/link-cache.ts';
import { createCatalog } from '../catalog/catalog.ts';
import { summaryOf } from '../catalog/rows.ts';
import { createPendingMarks } from '../catalog/pending-marks.ts';
import { createCheckpoint } from '../checkpoint/create-checkpoint.ts';
import type { Disk } from '../disk/disk.ts';
import type { DurableFiles } from '../disk/durable-files.ts';
import { createDueTable } from '../due/due-table.ts';
import { forgetPost } from '../forget/forget-post.ts';
import { collectGarbage } from '../gc/collect-garbage.ts';
import { layout } from '../layout.ts';
import { createLedger } from '../ledger/ledger.ts';
import { commitSnapshot } from '../record/commit-snapshot.ts';
import { repairArchive } from '../repair/repair-archive.ts';
import { createInFlight } from './in-flight.ts';
import { readingPart } from './readable-archive.ts';

/**
 * An archive that is open for writing.
 *
 * @param isNew Whether it has just been made: then its index is made too.
 */
export async function writableArchive(
  root: string,
  disk: Disk,
  files: DurableFiles,
  now: () => Date,
  isNew: boolean,
): Promise<Archive> {
  const marks = createPendingMarks(root, disk, files, now);
  const catalog = createCatalog(root, marks);
  const blobs = createBlobWriter(root, files, now);
  const ledger = createLedger(root, disk, files, now);
  const inFlight = createInFlight();
  const caches: Keyv[] = [];
  await files.ensureDirectory(join(root, layout.cache));
  if (isNew) await catalog.findByName('');
  return {
    ...readingPart(root, catalog),
    readOnly: false,
    due: createDueTable(
      { read: (run) => catalog.look(run), write: (run) => inFlight.run(() => catalog.change(run)) },
      files.session,
      now,
    ),
    keep: (bytes) => inFlight.run(() => blobs.keep(bytes)),
    keepStream: (chunks, options) => inFlight.run(() => blobs.keepStream(chunks, options)),
    commit: (draft, options) =>
      inFlight.run(async () => {
        const committed = await commitSnapshot(root, files, marks, draft, options);
        await catalog.catchUp();
        return committed;
      }),
    note: (check) =>
      inFlight.run(async () => {
        await ledger.append(check);
        catalog.noteChecked();
      }),
    reindex: (options = {}) => inFlight.run(() => catalog.reindex(options)),
    forget: (post, reason) =>
      inFlight.run(async () => {
        const report = await forgetPost({ root, disk, files, marks, ledger, now }, post, reason);
        catalog.noteChecked();
        return report;
      }),
    collectGarbage: (options = {}) => inFlight.run(() => collectGarbage({ root, disk, files, now }, options)),
    checkpoint: (privateKey, signal) =>
      inFlight.run(() =>
        createCheckpoint({ root, files, blobs, now, known: () => catalog.recordCounts() }, privateKey, signal),
      ),
    timestamp: (checkpoint, authority) =>
      inFlight.run(async () => {
        const { stampCheckpoint } = await import('../timestamp/stamp-checkpoint.ts');
        return stampCheckpoint(root, files, checkpoint, authority);
      }),
    repair: (options) =>
      inFlight.run(() =>
        repairArchive(
          {
            root,
            disk,
            files,
            blobs,
            known: (post) => catalog.look((db) => summaryOf(db, post)),
            reindex: () => catalog.reindex({}),
          },
          options,
        ),
      ),
    linkCache(namespace, ttlMs) {
      const cache = openLinkCache(join(root, layout.cache), namespace, ttlMs, now);
      caches.push(cache);
      return cache;
    },
    async [Symbol.asyncDispose]() {
      if (!(await inFlight.close())) return;
      for (const cache of caches) await cache.disconnect();
      await catalog.close();
    },
  };
}
