import type { PostId } from '@embalm/post';
import { DamageError, MissingBlobError } from '../archive-errors.ts';
import { streamBlob } from '../blob/read-blob.ts';
import { createMerkleTree, type MerkleTree } from './merkle-tree.ts';
import { checkpointPath, readCheckpoint, type StoredCheckpoint } from './checkpoint-file.ts';
import { type Head, headLines, readHead } from './head-list.ts';

/** What a checkpoint has seen of a post. */
export interface SeenHead {
  readonly n: number;
  readonly sha256: string;
  /** The number of the checkpoint. */
  readonly by: number;
}

/** The log of heads up to its last checkpoint. */
export interface HeadLog {
  /** In order; empty if there is none. */
  readonly checkpoints: readonly StoredCheckpoint[];
  readonly tree: MerkleTree;
  /** What was last seen of each post. */
  readonly heads: Map<PostId, SeenHead>;
}

/**
 * Read all checkpoints and their lists, and check each against the one before.
 *
 * @param onDamage Gets what is wrong. Throw from it to stop there; otherwise reading goes on as far as it makes sense.
 */
export async function readLog(root: string, onDamage: (error: DamageError) => void): Promise<HeadLog> {
  const checkpoints: StoredCheckpoint[] = [];
  const tree = createMerkleTree();
  const heads = new Map<PostId, SeenHead>();
  for (let n = 1; ; n += 1) {
    try {
      const stored = await readCheckpoint(root, n);
      if (stored === null) return { checkpoints, tree, heads };
      requireContinued(stored, checkpoints.at(-1) ?? null);
      for await (const head of headsOf(root, stored, tree)) heads.set(head.post, { ...head, by: n });
      requireRoot(stored, tree);
      checkpoints.push(stored);
    } catch (error) {
      if (!(error instanceof DamageError)) throw error;
      onDamage(error);
      // What a damaged one says of the log cannot be known, nor then what later ones say.
      return { checkpoints, tree, heads };
    }
  }
}

function requireContinued({ checkpoint, path }: StoredCheckpoint, previous: StoredCheckpoint | null): void {
  if (checkpoint.prev === (previous?.sha256 ?? null)) return;
  throw new DamageError(path, `it continues ${checkpoint.prev}, not the one before it`);
}

function requireRoot({ checkpoint, path }: StoredCheckpoint, tree: MerkleTree): void {
  if (checkpoint.size === tree.size && checkpoint.root === tree.root()) return;
  throw new DamageError(path, 'its root is not that of the heads it lists');
}

async function* headsOf(
  root: string,
  { checkpoint, path }: StoredCheckpoint,
  tree: MerkleTree,
): AsyncGenerator<Head, void, void> {
  try {
    for await (const line of headLines(streamBlob(root, checkpoint.added.sha256))) {
      const head = readHead(line.toString('utf8'));
      if (head === null) throw new DamageError(path, 'the list it names has a line that is no head');
      tree.add(line);
      yield head;
    }
  } catch (error) {
    if (error instanceof MissingBlobError) {
      throw new DamageError(path, `the list it names is gone: ${error.message}`, { cause: error });
    }
    throw error;
  }
}

/** Where the last checkpoint of a log is, or `null`. */
export function lastOf({ checkpoints }: HeadLog): StoredCheckpoint | null {
  return checkpoints.at(-1) ?? null;
}

/** The path of the checkpoint that would come next. */
export function nextPath({ checkpoints }: HeadLog): string {
  return checkpointPath(checkpoints.length + 1);
}
