import { inBatches } from '../in-batches.ts';
import { createThreadPool } from '../threads/thread-pool.ts';
import type { Attestation, FilesToAttest } from './attest-files.ts';
import { listKept } from './list-kept.ts';

const batchSize = 64;

/**
 * Say of every file that an archive keeps what its bytes are, in the order of their paths, by hashes that nobody could
 * have computed before the nonce was known.
 *
 * @param nonce Chosen anew, at random, by whoever asks.
 * @throws The signal's reason, if it aborts.
 */
export async function* attestArchive(
  root: string,
  nonce: string,
  signal?: AbortSignal,
): AsyncGenerator<Attestation, void, void> {
  await using threads = createThreadPool();
  for await (const attestations of threads.doAll('attestFiles', piecesOf(root, nonce))) {
    signal?.throwIfAborted();
    yield* attestations;
  }
}

async function* piecesOf(root: string, nonce: string): AsyncGenerator<FilesToAttest, void, void> {
  for await (const paths of inBatches(listKept(root), batchSize)) yield { root, nonce, paths };
}
