import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PostId } from '@embalm/post';
import { DamageError, MissingBlobError, NoArchiveError, SameArchiveError } from '../archive-errors.ts';
import type { BlobWriter } from '../blob/blob-writer.ts';
import { streamBlob } from '../blob/read-blob.ts';
import type { PostSummary } from '../catalog/post-summary.ts';
import type { Disk } from '../disk/disk.ts';
import type { DurableFiles } from '../disk/durable-files.ts';
import { layout } from '../layout.ts';
import { formatBytes, lookForArchive } from '../open/format-file.ts';
import { verifyArchive } from '../verify/verify-archive.ts';
import type { Problem, VerifyReport } from '../verify/verify-report.ts';
import { repairCheckpoints } from './repair-checkpoints.ts';
import { repairLedgers } from './repair-ledgers.ts';
import { repairNotices } from './repair-notices.ts';
import { repairRecords } from './repair-records.ts';
import { repairTimestamps } from './repair-timestamps.ts';
import { writeInPlace } from './write-in-place.ts';

/** How to repair. */
export interface RepairOptions {
  /** The folder of a copy: only what is intact there is taken. */
  readonly from: string;
  readonly signal?: AbortSignal | undefined;
  /** Called with the path of every file that was put back, relative to the archive. */
  readonly onRepaired?: ((path: string) => void) | undefined;
  /** Called once for every file of which the copy has another one that is intact, too: neither is taken for the other. */
  readonly onRefused?: ((refusal: Refusal) => void) | undefined;
  /** Called for every problem that is still there at the end. */
  readonly onProblem?: ((problem: Problem) => void) | undefined;
}

/** A file that was left as it is, though the copy has one. */
export interface Refusal {
  /** Relative to the archive. */
  readonly path: string;
  /** Why, for people. */
  readonly message: string;
}

/** Notes a {@link Refusal}. */
export type Refuse = (path: string, message: string) => void;

/** What came of a repair: the archive as it was verified afterwards. */
export interface RepairReport extends VerifyReport {
  /** How many files were put back. */
  readonly repaired: number;
}

/** What a repair needs of the archive. */
export interface RepairTools {
  readonly root: string;
  readonly disk: Disk;
  readonly files: DurableFiles;
  readonly blobs: BlobWriter;
  /** What the index knows of a post: it has seen the digest of its newest record. */
  readonly known: (post: PostId) => Promise<PostSummary | null>;
  /** Make the index anew. */
  readonly reindex: () => Promise<unknown>;
}

/**
 * Put back what is damaged or gone from a copy, and verify again. Nothing intact is touched; of the copy, only what matches
 * its digests is taken: blobs by their names, records and checkpoints that fit between their neighbours, lines of the
 * ledger that continue the one before, time stamps of checkpoints that are here.
 *
 * @throws {SameArchiveError} If the copy is the archive itself.
 * @throws {NotAnArchiveError} If the copy is something else.
 * @throws {NoArchiveError} If there is nothing.
 * @throws {NewerFormatError} If the copy was written by a newer program.
 * @throws The signal's reason, if it aborts.
 */
export async function repairArchive(tools: RepairTools, options: RepairOptions): Promise<RepairReport> {
  const copy = await realpath(resolve(options.from)).catch(() => resolve(options.from));
  if (copy === (await realpath(tools.root))) throw new SameArchiveError(copy);
  if ((await lookForArchive(copy)) === 'room') throw new NoArchiveError(copy);
  const { signal, onRepaired, onRefused, onProblem } = options;
  const repaired = new Set<string>();
  const posts = new Set<PostId>();
  const refused = new Set<string>();
  const refuse: Refuse = (path, message) => {
    if (refused.has(path)) return;
    refused.add(path);
    onRefused?.({ path, message });
  };
  // What is put back may name what is gone too: only the next look shows that.
  for (;;) {
    const problems: Problem[] = [];
    const report = await verifyArchive(tools.root, { signal, onProblem: (problem) => problems.push(problem) });
    // What does not stay repaired is on a failing disk.
    const left = problems.filter(({ path }) => !repaired.has(path));
    let isAnyFresh = false;
    for await (const path of putBack(tools, copy, left, { posts, refuse })) {
      signal?.throwIfAborted();
      if (repaired.has(path)) continue;
      isAnyFresh = true;
      repaired.add(path);
      onRepaired?.(path);
    }
    if (isAnyFresh) continue;
    for (const problem of problems) onProblem?.(problem);
    return { ...report, repaired: repaired.size };
  }
}

interface Notes {
  /** Posts whose records were put back. */
  readonly posts: Set<PostId>;
  readonly refuse: Refuse;
}

/** Yields the paths of what was put back. */
async function* putBack(
  tools: RepairTools,
  copy: string,
  problems: readonly Problem[],
  { posts, refuse }: Notes,
): AsyncGenerator<string, void, void> {
  if (problems.some(({ code }) => code === 'format-damaged')) {
    await writeInPlace(tools, layout.formatFile, formatBytes);
    yield layout.formatFile;
  }
  for (const path of new Set(problems.filter(isOfBlob).map((problem) => problem.path))) {
    if (await repairBlob(tools, copy, path)) yield path;
  }
  yield* await repairLedgers(tools, copy, problems, refuse);
  yield* await repairNotices(tools, problems);
  for (const [post, paths] of recordPathsByPost(problems)) {
    const records = await repairRecords(tools, copy, post, paths, refuse);
    if (records.length > 0) posts.add(post);
    yield* records;
  }
  yield* await repairCheckpoints(tools, copy, refuse);
  yield* await repairTimestamps(tools, copy);
  if (isIndexAlone(problems, posts)) {
    await tools.reindex();
    yield layout.index;
  }
}

/**
 * Whether nothing else is wrong with what the index is a witness of, and it is damaged, or lacks what has just been put back.
 * One that says otherwise of another post may know better than its records do.
 */
function isIndexAlone(problems: readonly Problem[], repaired: ReadonlySet<PostId>): boolean {
  const ofIndex = problems.filter(({ code }) => code === 'index-damaged' || code === 'index-differs');
  const others = problems.filter(({ code }) => !code.startsWith('index-') && code !== 'unexpected-file');
  const isOld = ofIndex.every(({ code, post }) => code === 'index-damaged' || (post !== null && repaired.has(post)));
  return ofIndex.length > 0 && others.length === 0 && isOld;
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
