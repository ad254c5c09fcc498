import { DamageError, MissingBlobError } from '../archive-errors.ts';
import { streamBlob } from '../blob/read-blob.ts';
import { headLines, readHead } from '../checkpoint/head-list.ts';
import { forgottenUpTo } from '../forget/forgotten-up-to.ts';
import { readRecordNow } from '../record/read-now.ts';

/**
 * Whether an archive has every record that a list of heads names, but for those that were erased.
 *
 * @param list The digest of the list.
 * @param copy Another archive, where the list is.
 */
export async function hasAllHeads(root: string, copy: string, list: string): Promise<boolean> {
  try {
    for await (const line of headLines(streamBlob(copy, list))) {
      const head = readHead(line.toString('utf8'));
      if (head === null) return false;
      const { post, n, sha256 } = head;
      if (n > forgottenUpTo(root, post) && readRecordNow(root, post, n)?.sha256 !== sha256) return false;
    }
    return true;
  } catch (error) {
    if (error instanceof DamageError || error instanceof MissingBlobError) return false;
    throw error;
  }
}
