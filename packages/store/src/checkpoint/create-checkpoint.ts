import { createPublicKey, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import type { BlobWriter } from '../blob/blob-writer.ts';
import type { LedgerWitness } from '../catalog/rows.ts';
import type { DurableFiles } from '../disk/durable-files.ts';
import { inBatches } from '../in-batches.ts';
import { sha256Of } from '../layout.ts';
import { ledgerNames, readTail } from '../ledger/ledger-tail.ts';
import { createThreadPool } from '../threads/thread-pool.ts';
import type { Checkpoint } from './checkpoint.ts';
import { type StoredCheckpoint, writeCheckpoint } from './checkpoint-file.ts';
import { type Head, writeHead } from './head-list.ts';
import type { HeadsToRead } from './read-heads.ts';
import { type HeadLog, lastOf, nextPath, readLog } from './read-log.ts';

/** What making a checkpoint needs of the archive. */
export interface CheckpointTools {
  readonly root: string;
  readonly files: DurableFiles;
  readonly blobs: BlobWriter;
  readonly now: () => Date;
  /** What the index knows: where to look for what has changed. */
  readonly known: () => AsyncIterable<{ readonly post: PostId; readonly n: number }>;
}

const batchSize = 64;

/**
 * Sign what the archive holds now. Records that are new since the last checkpoint are read; what that one signed is taken
 * from it.
 *
 * @returns The last checkpoint if nothing has changed since.
 * @throws {DamageError} If an earlier checkpoint is damaged: nothing can be built on it.
 * @throws The signal's reason, if it aborts.
 * @throws {CheckpointRaceError} If another program made one at the same time.
 */
export async function createCheckpoint(
  tools: CheckpointTools,
  privateKey: KeyObject,
  signal: AbortSignal | undefined,
): Promise<StoredCheckpoint> {
  const { root, files, blobs, now } = tools;
  const log = await readLog(root, (error) => {
    throw error;
  });
  const last = lastOf(log);
  const ledger = await ledgerEnd(root);
  const before = log.tree.size;
  const added = await blobs.keepStream(newHeads(tools, log, signal));
  if (last !== null && log.tree.size === before && ledger?.chain === last.checkpoint.ledger?.chain) return last;
  const checkpoint: Checkpoint = {
    format: 'embalm-checkpoint',
    version: 1,
    n: log.checkpoints.length + 1,
    prev: last?.sha256 ?? null,
    at: now().toISOString(),
    added,
    size: log.tree.size,
    root: log.tree.root(),
    ledger,
    key: createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64'),
  };
  const path = nextPath(log);
  const bytes = writeCheckpoint(checkpoint, privateKey);
  await using temporary = await files.createTemporary();
  await temporary.append(bytes);
  await temporary.finish();
  if (!(await temporary.claim(join(root, path)))) throw new CheckpointRaceError(path);
  return { checkpoint, sha256: sha256Of(bytes), path };
}

/** Another program made the same checkpoint first. Make the next one. */
export class CheckpointRaceError extends Error {
  override readonly name = 'CheckpointRaceError';

  constructor(path: string) {
    super(`Another program made ${path} at the same time. Run again to make the next checkpoint.`);
  }
}

/** The list of heads that are new, as bytes; each is put into the log. */
async function* newHeads(
  { root, known }: CheckpointTools,
  log: HeadLog,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, void> {
  await using threads = createThreadPool();
  for await (const heads of threads.doAll('readHeads', changedPosts(root, known(), log))) {
    signal?.throwIfAborted();
    const lines = heads
      .filter(({ post, sha256 }) => log.heads.get(post)?.sha256 !== sha256)
      .map((head) => lineOf(head, log));
    if (lines.length > 0) yield Buffer.from(lines.join(''));
  }
}

function lineOf(head: Head, { tree }: HeadLog): string {
  const line = writeHead(head);
  tree.add(Buffer.from(line.slice(0, -1)));
  return line;
}

async function* changedPosts(
  root: string,
  known: ReturnType<CheckpointTools['known']>,
  { heads }: HeadLog,
): AsyncGenerator<HeadsToRead, void, void> {
  const changed = async function* (): AsyncGenerator<PostId, void, void> {
    for await (const { post, n } of known) if (heads.get(post)?.n !== n) yield post;
  };
  for await (const posts of inBatches(changed(), batchSize)) yield { root, posts };
}

async function ledgerEnd(root: string): Promise<LedgerWitness | null> {
  for (const name of (await ledgerNames(root)).toReversed()) {
    const { bytes, chain } = await readTail(root, name);
    if (chain !== null) return { name, bytes, chain };
  }
  return null;
}
