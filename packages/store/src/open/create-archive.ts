import { dirname, join } from 'node:path';
import { type Disk, isErrno } from '../disk/disk.ts';
import type { DurableFiles } from '../disk/durable-files.ts';
import { layout } from '../layout.ts';
import { formatBytes } from './format-file.ts';

/** Make an archive in a directory, which is made if need be. Another program may be making the same one. */
export async function createArchive(root: string, disk: Disk, files: DurableFiles): Promise<void> {
  await makeRoot(disk, root);
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
  try {
    await disk.makeDirectory(path);
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return;
    if (!isErrno(error, 'ENOENT')) throw error;
    await makeRoot(disk, dirname(path));
    return makeRoot(disk, path);
  }
  await disk.syncDirectory(dirname(path));
}
