import { resolve } from 'node:path';
import type { PostId } from '@embalm/post';
import { DamageError, MissingBlobError, NotAnArchiveError } from '../archive-errors.ts';
import type { BlobWriter } from '../blob/blob-writer.ts';
import { streamBlob } from '../blob/read-blob.ts';
import type { PostSummary } from '../catalog/post-summary.ts';
import type { DurableFiles } from '../disk/durable-files.ts';
import { lookForArchive } from '../open/format-file.ts';
import { verifyArchive } from '../verify/verify-archive.ts';
import type { Problem, VerifyReport } from '../verify/verify-report.ts';
import { repairRecords } from './repair-records.ts';

/** How to repair. */
export interface RepairOptions {
  /** The folder of a copy: only what is intact there is taken. */
  readonly from: string;
  readonly signal?: AbortSignal | undefined;
  /** Called with the path of every file that was put back, relative to the archive. */
  readonly onRepaired?: ((path: string) => void) | undefined;
  /** Called for every problem that is still there at the end. */
  readonly onProblem?: ((problem: Problem) => void) | undefined;
}

/** What came of a repair: the archive as it was verified afterwards. */
export interface RepairReport extends VerifyReport {
  /** How many files were put back. */
  readonly repaired: number;
}

/** What a repair needs of the archive. */
export interface RepairTools {
  readonly root: string;
  readonly files: DurableFiles;
  readonly blobs: BlobWriter;
  /** What the index knows of a post: it has seen the digest of its newest record. */
  readonly known: (post: PostId) => Promise<PostSummary | null>;
}

/**
 * Put back what is damaged or gone from a copy, and verify again. Nothing intact is touched; of the copy, only bytes that
 * match their digests are taken, and only records that fit between their neighbours.
 *
 * @throws {NotAnArchiveError} If the copy is no archive.
 * @throws {NewerFormatError} If the copy was written by a newer program.
 * @throws The signal's reason, if it aborts.
 */
export async function repairArchive(tools: RepairTools, options: RepairOptions): Promise<RepairReport> {
  const copy = resolve(options.from);
  if (copy === tools.root) throw new NotAnArchiveError(copy, 'it is the damaged archive itself');
  if ((await lookForArchive(copy)) === 'room') throw new NotAnArchiveError(copy, 'there is nothing in it');
  const { signal, onRepaired, onProblem } = options;
  const repaired = new Set<string>();
  // A record that is put back may name blobs that are gone too: only the next look shows them.
  for (;;) {
    const problems: Problem[] = [];
    const report = await verifyArchive(tools.root, { signal, onProblem: (problem) => problems.push(problem) });
    // What does not stay repaired is on a failing disk.
    const left = problems.filter(({ path }) => !repaired.has(path));
    const paths = await putBack(tools, copy, left, signal);
    const fresh = paths.filter((path) => !repaired.has(path));
    for (const path of fresh) {
      repaired.add(path);
      onRepaired?.(path);
    }
    if (fresh.length > 0) continue;
    for (const problem of problems) onProblem?.(problem);
    return { ...report, repaired: repaired.size };
  }
}

async function putBack(
  tools: RepairTools,
  copy: string,
  problems: readonly Problem[],
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const repaired: string[] = [];
  for (const path of new Set(problems.filter(isOfBlob).map((problem) => problem.path))) {
    signal?.throwIfAborted();
    if (await repairBlob(tools, copy, path)) repaired.push(path);
  }
  for (const [post, paths] of recordPathsByPost(problems)) {
    signal?.throwIfAborted();
    repaired.push(...(await repairRecords(tools, copy, post, paths)));
  }
  return repaired;
}

function isOfBlob({ code }: Problem): boolean {
  return code === 'blob-damaged' || code === 'blob-missing';
}

async function repairBlob({ blobs }: RepairTools, copy: string, path: string): Promise<boolean> {
  try {
    await blobs.keepStream(streamBlob(copy, path.slice(path.lastIndexOf('/') + 1)));
    return true;
  } catch (error) {
    if (error instanceof DamageError || error instanceof MissingBlobError) return false;
    throw error;
  }
}

function recordPathsByPost(problems: readonly Problem[]): ReadonlyMap<PostId, readonly string[]> {
  const paths = new Map<PostId, string[]>();
  for (const { code, path, post } of problems) {
    const isOfRecord =
      code === 'record-damaged' || code === 'record-missing' || code === 'chain-broken' || code === 'history-changed';
    if (!isOfRecord || post === null) continue;
    const known = paths.get(post) ?? [];
    known.push(path);
    paths.set(post, known);
  }
  return paths;
}
