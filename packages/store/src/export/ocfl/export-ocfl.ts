import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PostId } from '@embalm/post';
import type { Archive } from '../../archive.ts';
import { explainDiskError } from '../../disk/explain-disk-errors.ts';
import { listDirectory } from '../../disk/list-directory.ts';
import type { ExportOptions } from '../export-options.ts';
import { explainTargetError } from '../output/unwritable-target-error.ts';
import { temporaryBeside, writeWholeFolder } from '../output/write-whole-folder.ts';
import { type SelectedPost, selectPosts } from '../select-snapshots.ts';
import { addObject } from './add-object.ts';
import { createObject } from './create-object.ts';
import { objectPath } from './object-path.ts';
import type { Added, ObjectJob } from './object-versions.ts';
import { readRootFiles, writeRootFiles } from './root-files.ts';

/** What was written. */
export interface ExportedRoot extends Added {
  /** That were looked at. */
  readonly posts: number;
  readonly snapshots: number;
  /** Posts that the root had as they are. */
  readonly unchanged: number;
}

/**
 * Export posts as an OCFL 1.1 storage root: an object a post, a version a capture, bytes stored once in each object. A new root
 * is there as a whole or not at all. To one that is there, objects and versions are added that it lacks, each as a whole; a
 * second export of the same posts changes nothing. The same posts give the same bytes.
 *
 * @param path A folder that is not there yet, or is empty, or is such a root.
 * @throws {NothingToExportError} If no post was selected.
 * @throws {UnusableRootError} If the root is laid out in another way, or has another history of a post.
 * @throws {DamageError} If a record or a blob is damaged.
 * @throws {MissingBlobError} If a blob is gone.
 * @throws {UnwritableTargetError} If the folder cannot be there.
 * @throws {DiskFullError} If there is no room.
 * @throws The signal's reason, if it aborts.
 */
export async function exportOcfl(path: string, archive: Archive, options: ExportOptions): Promise<ExportedRoot> {
  const isNew = (await listDirectory(resolve(path))).length === 0;
  return isNew ? createRoot(path, archive, options) : addToRoot(path, archive, options);
}

async function createRoot(path: string, archive: Archive, options: ExportOptions): Promise<ExportedRoot> {
  return writeWholeFolder(path, async (folder) => {
    const tuples = await writeRootFiles(folder);
    return exportAll(archive, options, ({ snapshots }, job) =>
      createObject(job, folder, `${objectPath(job.id, tuples)}/`, snapshots),
    );
  });
}

async function addToRoot(path: string, archive: Archive, options: ExportOptions): Promise<ExportedRoot> {
  const root = resolve(path);
  const tuples = await readRootFiles(root);
  const temporaries = temporaryBeside(root);
  try {
    await mkdir(temporaries);
    return await exportAll(archive, options, ({ snapshots }, job) =>
      addObject(job, { root, temporaries }, objectPath(job.id, tuples), snapshots),
    );
  } catch (error) {
    throw explainDiskError(path, explainTargetError(path, error));
  } finally {
    await rm(temporaries, { recursive: true, force: true });
  }
}

async function exportAll(
  archive: Archive,
  options: ExportOptions,
  write: (selected: SelectedPost, job: ObjectJob) => Promise<Added>,
): Promise<ExportedRoot> {
  let done: ExportedRoot = { posts: 0, snapshots: 0, unchanged: 0, versions: 0, files: 0, bytes: 0 };
  const onProgress: ExportOptions['onProgress'] = (counts) => {
    done = { ...done, ...counts };
    options.onProgress?.(counts);
  };
  for await (const selected of selectPosts(archive, { ...options, onProgress })) {
    const before = done.posts;
    const added = await write(selected, { archive, id: objectId(selected.post), signal: options.signal });
    done = {
      ...done,
      unchanged: done.unchanged + (added.versions === 0 ? done.posts - before : 0),
      versions: done.versions + added.versions,
      files: done.files + added.files,
      bytes: done.bytes + added.bytes,
    };
  }
  return done;
}

function objectId(post: PostId): string {
  return `urn:embalm:${post}`;
}
