import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { listDirectory } from '../disk/list-directory.ts';
import type { LedgerWitness } from '../catalog/rows.ts';
import { DamageError, DamagedBlobError, MissingBlobError } from '../archive-errors.ts';
import { checkpointPath, readCheckpoint } from '../checkpoint/checkpoint-file.ts';
import { readLog, type SeenHead } from '../checkpoint/read-log.ts';
import { forgottenUpTo } from '../forget/forgotten-up-to.ts';
import { blobPath, layout, numberOfRecord, shelfOf } from '../layout.ts';
import { recordNumbersNow } from '../record/read-now.ts';
import { recordPath } from '../record/record-file.ts';
import { placeOfTimestamp } from '../timestamp/timestamp-file.ts';
import type { PostReading } from './read-posts.ts';
import { isPostInSlice } from './slice.ts';
import { unexpectedFile, type Verification } from './verification.ts';
import type { Problem } from './verify-report.ts';

/** Checkpoints as witnesses: what they have signed must still be there, unchanged. */
export interface CheckpointView {
  readonly witnesses: readonly LedgerWitness[];
  /** Compare what was signed of a post with its records. */
  compare(reading: PostReading): void;
  /** Report signed records of posts that have none left, of those on the shelves that were gone through. */
  compareMissing(shelves: readonly string[]): void;
}

/** Read the checkpoints of an archive for comparison. Damage among them is reported. */
export async function openCheckpointView(verification: Verification): Promise<CheckpointView> {
  const { root, report, count, checkpoint: held, signer, slice } = verification;
  const numbers = await listCheckpoints(verification);
  const { checkpoints, heads } = await readLog(root, (error) => report(problemOf(error)));
  count({ checkpoints: checkpoints.length });
  await verifyBeyond(verification, checkpoints.length + 1, numbers);
  for (const { checkpoint, path } of checkpoints) {
    if (signer !== null && checkpoint.key !== signer) {
      report({
        code: 'checkpoint-damaged',
        path,
        message: `it is signed by another key, ${fingerprintOf(checkpoint.key)}`,
        post: null,
      });
    }
  }
  if (held !== null && !checkpoints.some(({ sha256 }) => sha256 === held.sha256)) {
    const message = 'the one that was kept elsewhere is not among those of the archive: its history has been rewritten';
    report({ code: 'checkpoint-missing', path: checkpointPath(held.n), message, post: null });
  }
  const witnesses = checkpoints.map(({ checkpoint }) => checkpoint.ledger).filter((ledger) => ledger !== null);
  return { witnesses, compare, compareMissing };

  function compare({ post, digests, forgotten }: PostReading): void {
    const seen = heads.get(post);
    if (seen === undefined) return;
    heads.delete(post);
    if (seen.n <= (forgotten ?? 0)) return;
    const own = digests.find(({ n }) => n === seen.n);
    if (own === undefined) return reportMissing(post, seen);
    if (own.sha256 === null || own.sha256 === seen.sha256) return;
    const message = `checkpoint ${seen.by} has signed another record here, ${seen.sha256}: history has been rewritten`;
    report({ code: 'history-changed', path: recordPath(post, seen.n), message, post });
  }

  function compareMissing(shelves: readonly string[]): void {
    const walked = new Set(shelves);
    for (const [post, seen] of heads) {
      if (walked.has(shelfOf(post)) && isPostInSlice(slice, post)) reportMissing(post, seen);
    }
  }

  function reportMissing(post: PostId, { n, by }: SeenHead): void {
    if (recordNumbersNow(root, post).includes(n) || n <= forgottenUpTo(root, post)) return;
    report({
      code: 'record-missing',
      path: recordPath(post, n),
      message: `it is gone; checkpoint ${by} has signed it`,
      post,
    });
  }
}

/** A list of heads is a blob, and named as one. */
function problemOf(error: DamageError): Problem {
  const { path, reason, cause } = error;
  if (error instanceof DamagedBlobError) return { code: 'blob-damaged', path, message: reason, post: null };
  if (cause instanceof MissingBlobError) {
    const message = `it is gone; ${path} names it`;
    return { code: 'blob-missing', path: blobPath(cause.sha256), message, post: null };
  }
  return { code: 'checkpoint-damaged', path, message: reason, post: null };
}

/** Check what can be known of checkpoints beyond the end of the log: one before them is damaged, or gone. */
async function verifyBeyond({ root, report }: Verification, end: number, numbers: readonly number[]): Promise<void> {
  let before = end - 1;
  for (const n of numbers.filter((each) => each >= end)) {
    if (n > before + 1) {
      const message = n === before + 2 ? 'it is gone' : `checkpoints ${before + 1} to ${n - 1} are gone`;
      const path = checkpointPath(before + 1);
      report({ code: 'checkpoint-missing', path, message: `${message}; later ones are there`, post: null });
    }
    before = n;
    if (n === end) continue;
    try {
      await readCheckpoint(root, n);
    } catch (error) {
      if (!(error instanceof DamageError)) throw error;
      report(problemOf(error));
    }
  }
}

/** A short name of a public key: the first 16 hex digits of its sha256. */
function fingerprintOf(key: string): string {
  return createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 16);
}

async function listCheckpoints({ root, report }: Verification): Promise<readonly number[]> {
  const numbers: number[] = [];
  for (const entry of await listDirectory(join(root, layout.checkpoints))) {
    const n = entry.isFile() ? numberOfRecord(entry.name) : null;
    if (entry.isFile() && placeOfTimestamp(entry.name) !== null) continue;
    if (n === null) report(unexpectedFile(`${layout.checkpoints}/${entry.name}`));
    else numbers.push(n);
  }
  return numbers.sort((a, b) => a - b);
}
