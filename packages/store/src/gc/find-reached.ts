import type { PostId } from '@embalm/post';
import { UnknownPostError } from '../archive-errors.ts';
import { readLog } from '../checkpoint/read-log.ts';
import { inBatches } from '../in-batches.ts';
import { listPostFolders } from '../list-post-folders.ts';
import { createThreadPool } from '../threads/thread-pool.ts';
import type { BlobNamesToRead } from './read-blob-names.ts';

const batchSize = 64;

/**
 * Find all blobs that records or checkpoints name. All records are read.
 *
 * @param except Posts whose records do not count.
 * @throws An error if a record or a checkpoint cannot be read: nobody knows then what it names.
 * @throws The signal's reason, if it aborts.
 * @throws {UnknownPostError} If a post is of a platform that this program does not know, for the same reason.
 */
export async function findReached(
  root: string,
  except: ReadonlySet<PostId>,
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string>> {
  const log = await readLog(root, (error) => {
    throw error;
  });
  const reached = new Set(log.checkpoints.map(({ checkpoint }) => checkpoint.added.sha256));
  await using threads = createThreadPool();
  for await (const names of threads.doAll('readBlobNames', piecesOf(root, except))) {
    signal?.throwIfAborted();
    for (const sha256 of names) reached.add(sha256);
  }
  return reached;
}

function refuse(folder: string): never {
  throw new UnknownPostError(folder);
}

async function* piecesOf(root: string, except: ReadonlySet<PostId>): AsyncGenerator<BlobNamesToRead, void, void> {
  for await (const posts of inBatches(listPostFolders(root, refuse), batchSize)) {
    yield { root, posts: posts.filter((post) => !except.has(post)) };
  }
}
