import { verifyBlobs } from './verify-blobs.ts';
import { beginVerification } from './verification.ts';
import { openIndexView } from './index-view.ts';
import { verifyLedgers } from './verify-ledgers.ts';
import { verifyPosts } from './verify-posts.ts';
import type { VerifyOptions, VerifyReport } from './verify-report.ts';
import { verifyTop } from './verify-top.ts';

/**
 * Read every byte of an archive, and check every digest, chain and name. Other programs may write meanwhile.
 *
 * @throws The signal's reason, if it aborts.
 */
export async function verifyArchive(root: string, options: VerifyOptions): Promise<VerifyReport> {
  const verification = beginVerification(root, options);
  // Before the records: what it knows now, they must have.
  using index = await openIndexView(verification);
  await verifyTop(verification);
  const damagedBlobs = await verifyBlobs(verification);
  await verifyPosts(verification, damagedBlobs, index);
  await verifyLedgers(verification, index?.witnesses ?? []);
  return verification.finish();
}
