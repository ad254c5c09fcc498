import { dirname, join } from 'node:path';
import { isProvisional, parsePostId, type PostId } from '@embalm/post';
import type { PendingMarks } from '../catalog/pending-marks.ts';
import { type Disk, isErrno } from '../disk/disk.ts';
import type { DurableFiles } from '../disk/durable-files.ts';
import { statIfPresent } from '../disk/stat-if-present.ts';
import { findReached } from '../gc/find-reached.ts';
import { blobPath } from '../layout.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { readRecordNow, recordNumbersNow } from '../record/read-now.ts';
import { blobsOf } from '../record/blobs-of.ts';
import type { StoredSnapshot } from '../record/stored-snapshot.ts';
import { splitEntry } from './forget-entry.ts';
import { type Forgotten, forgottenPath, readForgotten, writeForgotten } from './forgotten.ts';

/** Why a post is to be erased. */
export interface ForgetReason {
  readonly why: string;
  /** Who asked or decided. */
  readonly by?: string | undefined;
  /** Heeded until something is erased; then all of it is. */
  readonly signal?: AbortSignal | undefined;
}

/** What was erased. */
export interface ForgetReport {
  /** The post, and the provisional names under which it was kept before. */
  readonly posts: readonly PostId[];
  readonly records: number;
  readonly blobs: number;
  /** Of blobs. */
  readonly bytes: number;
}

/** What erasing needs of the archive. */
export interface ForgetTools {
  readonly root: string;
  readonly disk: Disk;
  readonly files: DurableFiles;
  readonly marks: PendingMarks;
  readonly ledger: Ledger;
  readonly now: () => Date;
}

/**
 * Erase a post: its records, those under its provisional names, and the blobs that nothing else names. A line of the
 * ledger says so, and a notice in its place refuses later captures. If it ends half-way, the same call goes on from there.
 *
 * @throws {DamagedRecordError} If a record cannot be read: repair it first, or its blobs would stay.
 */
export async function forgetPost(tools: ForgetTools, post: PostId, reason: ForgetReason): Promise<ForgetReport> {
  const { root, marks } = tools;
  const found = withProvisionalNames(root, post);
  const snapshots = found.flatMap((name) => readAll(root, name));
  const own = new Set(snapshots.flatMap(({ record }) => blobsOf(record).map(({ sha256 }) => sha256)));
  const reached = await findReached(root, new Set(found), reason.signal);
  const blobs = [...own].filter((sha256) => !reached.has(sha256)).toSorted();
  for (const name of found) {
    const mark = marks.prepare(name);
    try {
      await mark.make();
      await noteForgotten(
        tools,
        name,
        snapshots.filter(({ record }) => record.post === name),
        blobs,
        reason,
      );
    } finally {
      mark.release();
    }
  }
  let bytes = 0;
  for (const sha256 of blobs) bytes += (await statIfPresent(join(root, blobPath(sha256))))?.size ?? 0;
  await removeAll(tools, blobs.map(blobPath));
  await removeAll(
    tools,
    snapshots.map(({ path }) => path),
  );
  return { posts: found, records: snapshots.length, blobs: blobs.length, bytes };
}

/** The ledger first: what it says was erased must never turn out to have been erased by nobody. */
async function noteForgotten(
  { root, files, ledger, now }: ForgetTools,
  post: PostId,
  snapshots: readonly StoredSnapshot[],
  blobs: readonly string[],
  { why, by }: ForgetReason,
): Promise<void> {
  const before = readForgotten(root, post);
  const last = snapshots.at(-1);
  const n = last?.record.n ?? 0;
  // It was noted before the program died that began to erase.
  if (before !== null && n <= before.n) return;
  const at = now().toISOString();
  const said = { post, n, at, by: by ?? null, why };
  const entry = { kind: 'forget', ...said, records: snapshots.map(({ sha256 }) => sha256), blobs } as const;
  for (const line of splitEntry(entry)) await ledger.appendForget(line);
  const notice: Forgotten = {
    format: 'embalm-forgotten',
    version: 1,
    ...said,
    head: last?.sha256 ?? null,
  };
  const path = join(root, forgottenPath(post));
  await using temporary = await files.createTemporary();
  await temporary.append(writeForgotten(notice));
  await temporary.finish();
  await temporary.moveTo(path);
}

function withProvisionalNames(root: string, post: PostId): readonly PostId[] {
  const names = readAll(root, post).flatMap(({ record }) => record.knownAs.map((name) => parsePostId(name)));
  const provisional = names.filter((name) => name !== null && isProvisional(name)) as PostId[];
  return [...new Set([post, ...provisional])];
}

function readAll(root: string, post: PostId): readonly StoredSnapshot[] {
  return recordNumbersNow(root, post)
    .map((n) => readRecordNow(root, post, n))
    .filter((snapshot) => snapshot !== null);
}

async function removeAll({ root, disk, files }: ForgetTools, paths: readonly string[]): Promise<void> {
  const directories = new Set<string>();
  for (const path of paths) {
    try {
      await disk.remove(join(root, path));
      directories.add(dirname(join(root, path)));
    } catch (error) {
      if (!isErrno(error, 'ENOENT')) throw error;
    }
  }
  await Promise.all([...directories].map((directory) => files.syncDirectory(directory)));
}
