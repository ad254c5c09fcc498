import { join } from 'node:path';
import { DamageError } from '../archive-errors.ts';
import { checkpointPath, readCheckpoint } from '../checkpoint/checkpoint-file.ts';
import { listDirectory } from '../disk/list-directory.ts';
import { layout, numberOfRecord } from '../layout.ts';
import { hasAllHeads } from './has-all-heads.ts';
import type { Refuse, RepairTools } from './repair-archive.ts';
import { type ChainLink, repairChain } from './repair-chain.ts';
import { copyFile } from './write-in-place.ts';

interface SignedLink extends ChainLink {
  readonly key: string;
  /** The list of heads. */
  readonly added: string;
}

/**
 * Put back checkpoints from a copy: those that are damaged or gone, or are not the one that the next names. One that
 * nothing names must continue the one before it, have the same signer, and have signed what is here: so the newest ones
 * are put back, too, which nothing misses, and none of an archive that knows more or otherwise.
 *
 * @returns The paths of the checkpoints that were put back.
 */
export async function repairCheckpoints(tools: RepairTools, copy: string, refuse: Refuse): Promise<readonly string[]> {
  const { root } = tools;
  return repairChain<SignedLink>({
    numbers: await numbersIn(copy),
    newest: Math.max(0, ...(await numbersIn(root))),
    own: (n) => readIfSound(root, n),
    other: (n) => readIfSound(copy, n),
    known: () => null,
    async mayTake({ key, added }, before) {
      return (before === null || key === before.key) && (await hasAllHeads(root, copy, added));
    },
    putBack: ({ path }) => copyFile(tools, copy, path),
    refuse,
  });
}

async function numbersIn(root: string): Promise<readonly number[]> {
  const entries = await listDirectory(join(root, layout.checkpoints));
  return entries.map(({ name }) => numberOfRecord(name)).filter((n) => n !== null);
}

async function readIfSound(root: string, n: number): Promise<SignedLink | null> {
  try {
    const stored = n < 1 ? null : await readCheckpoint(root, n);
    if (stored === null) return null;
    const { sha256, checkpoint } = stored;
    return {
      path: checkpointPath(n),
      sha256,
      prev: checkpoint.prev,
      key: checkpoint.key,
      added: checkpoint.added.sha256,
    };
  } catch (error) {
    if (error instanceof DamageError) return null;
    throw error;
  }
}
