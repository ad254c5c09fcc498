import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { nodeDisk } from '../../disk/disk.ts';
import { explainDiskError } from '../../disk/explain-disk-errors.ts';
import { listDirectory } from '../../disk/list-directory.ts';
import { statIfPresent } from '../../disk/stat-if-present.ts';
import { fillFolder, type FolderDraft } from './folder-draft.ts';
import { explainTargetError, UnusableTargetError } from './unwritable-target-error.ts';

/**
 * Write a folder that is there as a whole or not at all: it gets its name when all of it is on the disk. Folders above it
 * are made; an empty one may have the name already.
 *
 * @param fill Fills it. What it throws is thrown; then nothing is left.
 * @throws {DiskFullError} If there is no room.
 * @throws {UnwritableTargetError} If the folder cannot be there, or has something in it.
 */
export async function writeWholeFolder<T>(path: string, fill: (folder: FolderDraft) => Promise<T>): Promise<T> {
  const target = resolve(path);
  const parent = dirname(target);
  try {
    await requireRoom(path, target);
    await mkdir(parent, { recursive: true });
    const temporary = temporaryBeside(target);
    await mkdir(temporary);
    try {
      const result = await fillWhole(temporary, fill);
      await rename(temporary, target);
      await nodeDisk.syncDirectory(parent);
      return result;
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  } catch (error) {
    throw explainDiskError(path, explainTargetError(path, error));
  }
}

/** A name for what is not whole yet, on the same disk: hidden, so that nobody takes it for the real thing. */
export function temporaryBeside(target: string): string {
  return join(dirname(target), `.${basename(target).slice(0, 100)}.${randomBytes(8).toString('hex')}.tmp`);
}

/** Fill a folder and flush it. */
export async function fillWhole<T>(root: string, fill: (folder: FolderDraft) => Promise<T>): Promise<T> {
  await using folder = fillFolder(root);
  const result = await fill(folder);
  await folder.finish();
  return result;
}

async function requireRoom(path: string, target: string): Promise<void> {
  const found = await statIfPresent(target);
  if (found === null) return;
  if (!found.isDirectory()) throw new UnusableTargetError(path, 'there is a file of that name');
  if ((await listDirectory(target)).length > 0) {
    throw new UnusableTargetError(path, 'there is something in that folder');
  }
}
