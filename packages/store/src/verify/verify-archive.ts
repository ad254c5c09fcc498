import { createThreadPool } from '../threads/thread-pool.ts';
import { openCheckpointView } from './checkpoint-view.ts';
import { openIndexView } from './index-view.ts';
import { shelvesOf } from './slice.ts';
import { beginVerification } from './verification.ts';
import { verifyLedgers } from './verify-ledgers.ts';
import type { VerifyOptions, VerifyReport } from './verify-report.ts';
import { verifyNotices } from './verify-notices.ts';
import { verifyShelves } from './verify-shelves.ts';
import { verifyTimestamps } from './verify-timestamps.ts';
import { verifyTop } from './verify-top.ts';

/**
 * Read every byte of an archive, or of a part of it, and check every digest, chain and name. Other programs may write
 * meanwhile.
 *
 * @throws The signal's reason, if it aborts.
 */
export async function verifyArchive(root: string, options: VerifyOptions): Promise<VerifyReport> {
  const verification = beginVerification(root, options);
  await using threads = createThreadPool();
  // Before the records: what it knows now, they must have.
  using index = await openIndexView(verification);
  const checkpoints = await openCheckpointView(verification);
  await verifyTimestamps(verification);
  await verifyTop(verification);
  const forgotten = await verifyLedgers(verification, [...(index?.witnesses ?? []), ...checkpoints.witnesses]);
  const shelves = await verifyShelves(verification, threads, { index, checkpoints, forgotten });
  await index?.compareMissing(shelves);
  checkpoints.compareMissing(shelves);
  const isWhole = verification.slice.share === 1 && verification.since === null;
  if (isWhole && !verification.isTimeUp()) await index?.compareWords();
  await verifyNotices(verification, forgotten, shelves);
  return verification.finish(shelves.length / shelvesOf(verification.slice).length);
}
