import { access, constants } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Archive } from '../archive.ts';
import { DamageError, NoArchiveError } from '../archive-errors.ts';
import { type Disk, nodeDisk } from '../disk/disk.ts';
import { createDurableFiles } from '../disk/durable-files.ts';
import { explainDiskError, explainDiskErrors } from '../disk/explain-disk-errors.ts';
import { layout } from '../layout.ts';
import { cleanTemporaries } from './clean-temporaries.ts';
import { createArchive } from './create-archive.ts';
import { lookForArchive } from './format-file.ts';
import { readableArchive } from './readable-archive.ts';
import { showsFormat } from './shows-format.ts';
import { writableArchive } from './writable-archive.ts';

/** How to open an archive. */
export interface OpenOptions {
  /**
   * Write nothing; default false. Where the disk allows it, SQLite still puts its own files beside the index while it
   * reads, and takes them away later.
   */
  readonly readOnly?: boolean;
  /** Make an archive if there is none and nothing else either; default true unless `readOnly`. */
  readonly create?: boolean;
  /**
   * Open also what has lost its `embalm.json`, or in which that is damaged, if its records show that it is an archive of this
   * format; default false. `repair` puts it back.
   */
  readonly withoutFormat?: boolean;
  /** The time; default the system's. */
  readonly now?: () => Date;
}

/**
 * Open an archive, or make one. How long it takes does not depend on the archive's size.
 *
 * @throws {NotAnArchiveError} If there is something else in the directory.
 * @throws {NoArchiveError} If there is nothing, and none may be made.
 * @throws {NewerFormatError} If it was written by a newer program.
 * @throws {DamageError} If it has lost its `embalm.json`, or that is damaged; `withoutFormat` says when not.
 * @throws {ArchiveReadOnlyError} If it cannot be written, and is not opened `readOnly`.
 */
export function openArchive(directory: string, options: OpenOptions = {}): Promise<Archive> {
  return openArchiveOn(nodeDisk, directory, options);
}

/** As {@link openArchive}, on a disk of the caller's. */
export async function openArchiveOn(disk: Disk, directory: string, options: OpenOptions = {}): Promise<Archive> {
  const { readOnly = false, create = !readOnly, withoutFormat = false, now = () => new Date() } = options;
  const root = resolve(directory);
  const found = await lookForArchive(root).catch(async (error: unknown) => {
    if (withoutFormat && error instanceof DamageError && (await showsFormat(root))) return 'archive' as const;
    throw error;
  });
  if (found === 'room' && (readOnly || !create)) throw new NoArchiveError(root);
  if (readOnly) return readableArchive(root, now);
  const explaining = explainDiskErrors(disk);
  const files = createDurableFiles(explaining, root, join(root, layout.temporaries));
  if (found === 'room') await createArchive(root, explaining, files);
  await requireWritable(root);
  await cleanTemporaries(root, explaining, now());
  return writableArchive(root, explaining, files, now, found === 'room');
}

async function requireWritable(root: string): Promise<void> {
  try {
    await access(root, constants.W_OK);
  } catch (error) {
    throw explainDiskError(root, error);
  }
}
