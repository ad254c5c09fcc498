import { join } from 'node:path';
import { readFileNow } from '../disk/read-file-now.ts';
import { listPostFolders } from '../list-post-folders.ts';
import { recordNumbersNow } from '../record/read-now.ts';
import { maxRecordBytes, recordPath, recordVersionOf } from '../record/record-file.ts';

/** Their folders are in the order of digests, so the first ones are as good as any. */
const postsToLookAt = 1000;

/**
 * Whether the records of an archive that has lost its `embalm.json` show that it is of this format: some are as they were
 * written, and none of those by a program of another version.
 */
export async function showsFormat(root: string): Promise<boolean> {
  const versions = new Set<number>();
  let looks = 0;
  for await (const post of listPostFolders(root)) {
    const newest = recordNumbersNow(root, post).at(-1);
    const bytes = newest === undefined ? null : readFileNow(join(root, recordPath(post, newest)), maxRecordBytes);
    const version = Buffer.isBuffer(bytes) ? recordVersionOf(bytes) : null;
    if (version !== null) versions.add(version);
    if ((looks += 1) >= postsToLookAt) break;
  }
  return versions.size === 1 && versions.has(1);
}
