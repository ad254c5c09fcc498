import { dirname, join } from 'node:path';
import { type Disk, isErrno } from '../disk/disk.ts';
import type { DurableFiles } from '../disk/durable-files.ts';
import { listDirectory } from '../disk/list-directory.ts';
import { statIfPresent } from '../disk/stat-if-present.ts';
import { blobPath, isSha256, isShelf, layout } from '../layout.ts';
import { findReached } from './find-reached.ts';

/** How to collect garbage. */
export interface GcOptions {
  /** How long a blob must have lain, in ms; default seven days, at least one. Whoever kept it may still commit. */
  readonly graceMs?: number | undefined;
  /** Remove nothing, only tell. */
  readonly dryRun?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with the path of every blob that goes, relative to the archive. */
  readonly onRemoved?: ((path: string) => void) | undefined;
}

/** What was removed, or would be. */
export interface GcReport {
  readonly blobs: number;
  readonly bytes: number;
}

/** What removing needs of the archive. */
export interface GcTools {
  readonly root: string;
  readonly disk: Disk;
  readonly files: DurableFiles;
  readonly now: () => Date;
}

const dayMs = 86_400_000;

/**
 * Remove blobs that nothing names and that have lain for a while. A blob that is kept again is written anew once it is an
 * hour old, so that what someone is about to commit is always young.
 *
 * @throws {RangeError} If the grace is less than a day.
 * @throws An error if a record or a checkpoint cannot be read: nobody knows then what it names.
 */
export async function collectGarbage(tools: GcTools, options: GcOptions): Promise<GcReport> {
  const { graceMs = 7 * dayMs, dryRun = false, signal, onRemoved } = options;
  if (!(graceMs >= dayMs)) throw new RangeError('Blobs must lie for a day at least before they are removed');
  const { root, disk, files, now } = tools;
  // Before the records are read: what is named by one that comes later was kept later, too, and is young.
  const end = now().getTime() - graceMs;
  const reached = await findReached(root, new Set(), signal);
  let blobs = 0;
  let bytes = 0;
  for await (const sha256 of listBlobs(root)) {
    signal?.throwIfAborted();
    if (reached.has(sha256)) continue;
    const path = blobPath(sha256);
    const found = await statIfPresent(join(root, path));
    if (found === null || found.mtimeMs > end) continue;
    if (!dryRun && !(await remove(path))) continue;
    blobs += 1;
    bytes += found.size;
    onRemoved?.(path);
  }
  return { blobs, bytes };

  async function remove(path: string): Promise<boolean> {
    try {
      await disk.remove(join(root, path));
    } catch (error) {
      if (isErrno(error, 'ENOENT')) return false;
      throw error;
    }
    await files.syncDirectory(dirname(join(root, path)));
    return true;
  }
}

async function* listBlobs(root: string): AsyncGenerator<string, void, void> {
  for (const outer of (await listDirectory(join(root, layout.blobs))).filter(isShelf)) {
    for (const inner of (await listDirectory(join(root, layout.blobs, outer.name))).filter(isShelf)) {
      for (const entry of await listDirectory(join(root, layout.blobs, outer.name, inner.name))) {
        if (entry.isFile() && isSha256(entry.name)) yield entry.name;
      }
    }
  }
}
