import { dirname, join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { type DurableFiles, makeIfMissing } from '../disk/durable-files.ts';
import { statIfPresent } from '../disk/stat-if-present.ts';
import { layout } from '../layout.ts';
import { explainRootError } from './explain-root-error.ts';
import { formatBytes } from './format-file.ts';

/** Make an archive in a directory, which is made if need be. Another program may be making the same one. */
export async function createArchive(root: string, disk: Disk, files: DurableFiles): Promise<void> {
  await makeRoot(disk, root).catch((error: unknown) => {
    throw explainRootError(root, error);
  });
  // First of all: a program that dies after this has made an archive, one that dies before has left room for one.
  await using temporary = await files.createTemporary();
  await temporary.append(formatBytes);
  await temporary.finish();
  await temporary.claim(join(root, layout.formatFile));
  for (const name of [layout.blobs, layout.posts, layout.checks, layout.pending]) {
    await files.ensureDirectory(join(root, name));
  }
}

async function makeRoot(disk: Disk, path: string): Promise<void> {
  const above = dirname(path);
  if ((await statIfPresent(above)) === null) await makeRoot(disk, above);
  // Tried once: some folders are there, and nothing can be made in them.
  await makeIfMissing(disk, path);
  await disk.syncDirectory(above);
}
