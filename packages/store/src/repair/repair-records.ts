import type { PostId } from '@embalm/post';
import { DamageError } from '../archive-errors.ts';
import { forgottenUpTo } from '../forget/forgotten-up-to.ts';
import { numberOfRecord } from '../layout.ts';
import { readRecordNow, recordNumbersNow } from '../record/read-now.ts';
import type { Refuse, RepairTools } from './repair-archive.ts';
import { type ChainLink, repairChain } from './repair-chain.ts';
import { copyFile } from './write-in-place.ts';

/**
 * Put back records of a post from a copy: those that are damaged or missing here, or are not the one that the next record
 * names. The newest is known by the index. What was erased on request is not brought back.
 *
 * @param paths What is wrong, relative to the archive.
 * @returns The paths of the records that were put back.
 */
export async function repairRecords(
  tools: RepairTools,
  copy: string,
  post: PostId,
  paths: readonly string[],
  refuse: Refuse,
): Promise<readonly string[]> {
  const { root } = tools;
  const wrong = paths.map((path) => numberOfRecord(path.slice(path.lastIndexOf('/') + 1)) ?? 0);
  const newest = Math.max(0, ...recordNumbersNow(root, post), ...wrong);
  const erased = forgottenUpTo(root, post);
  const row = await tools.known(post);
  return repairChain<ChainLink>({
    numbers: recordNumbersNow(copy, post).filter((n) => n > erased && n <= newest),
    newest,
    own: async (n) => readIfSound(root, post, n),
    other: async (n) => readIfSound(copy, post, n),
    known: (n) => (row?.n === n ? row.sha256 : null),
    mayTake: async () => true,
    putBack: ({ path }) => copyFile(tools, copy, path),
    refuse,
  });
}

function readIfSound(root: string, post: PostId, n: number): ChainLink | null {
  try {
    const snapshot = n < 1 ? null : readRecordNow(root, post, n);
    return snapshot && { path: snapshot.path, sha256: snapshot.sha256, prev: snapshot.record.prev };
  } catch (error) {
    if (error instanceof DamageError) return null;
    throw error;
  }
}
