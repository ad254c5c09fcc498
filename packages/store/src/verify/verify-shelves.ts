import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { listDirectory } from '../disk/list-directory.ts';
import { forgottenPath } from '../forget/forgotten.ts';
import { inBatches } from '../in-batches.ts';
import { blobPath, isSha256, isShelf, layout, postFolder, postOfFolder } from '../layout.ts';
import { readForgetEntries } from '../ledger/read-forget-entries.ts';
import type { ThreadPool } from '../threads/thread-pool.ts';
import type { Witnesses } from './witnesses.ts';
import type { PostReading } from './read-posts.ts';
import { isInSlice, isPostInSlice, shelvesOf } from './slice.ts';
import { unexpectedFile, type Verification } from './verification.ts';
import type { Problem } from './verify-report.ts';

/** How many blobs, or posts, are read at a time. */
const batchSize = 48;

/** Verify blobs and posts shelf by shelf, as far as time allows. Resolves to the shelves that were gone through. */
export async function verifyShelves(
  verification: Verification,
  threads: ThreadPool,
  witnesses: Witnesses,
): Promise<readonly string[]> {
  const blobs = await listShelves(verification, layout.blobs);
  const posts = await listShelves(verification, layout.posts);
  const done: string[] = [];
  const shelves = shelvesOf(verification.slice);
  for (const shelf of shelves) {
    if (blobs.has(shelf)) await verifyBlobs(verification, threads, shelf);
    if (posts.has(shelf)) await verifyPosts(verification, threads, witnesses, shelf);
    if (verification.isTimeUp()) break;
    done.push(shelf);
    verification.tell(done.length / shelves.length);
  }
  return done;
}

async function listShelves({ root, report }: Verification, top: string): Promise<ReadonlySet<string>> {
  const shelves = new Set<string>();
  for (const entry of await listDirectory(join(root, top))) {
    if (isShelf(entry)) shelves.add(entry.name);
    else report(unexpectedFile(`${top}/${entry.name}`));
  }
  return shelves;
}

async function verifyBlobs(verification: Verification, threads: ThreadPool, shelf: string): Promise<void> {
  const { root, since, count, report } = verification;
  const pieces = piecesOf(verification, listBlobs(verification, shelf), (digests) => ({ root, digests, since }));
  for await (const { blobs, bytes, problems } of threads.doAll('readBlobs', pieces)) {
    count({ blobs, bytes });
    for (const problem of problems) report(problem);
  }
}

async function verifyPosts(
  verification: Verification,
  threads: ThreadPool,
  witnesses: Witnesses,
  shelf: string,
): Promise<void> {
  const { root, since, count, report } = verification;
  const { index, checkpoints, forgotten } = witnesses;
  const pieces = piecesOf(verification, listPosts(verification, shelf), (posts) => ({ root, posts, since }));
  for await (const readings of threads.doAll('readPosts', pieces)) {
    for (const reading of readings) {
      count({
        posts: reading.newest > 0 ? 1 : 0,
        records: reading.digests.filter(({ sha256 }) => sha256 !== null).length,
      });
      for (const problem of reading.problems) report(problem);
      if (!(await isExplained(root, reading, forgotten))) report(unexplained(reading.post));
      await index?.compare(reading);
      checkpoints.compare(reading);
    }
  }
}

/** Another program may have erased it since the ledger was read. */
async function isExplained(
  root: string,
  { post, forgotten }: PostReading,
  known: ReadonlyMap<PostId, number>,
): Promise<boolean> {
  if (forgotten === null || forgotten <= (known.get(post) ?? -1)) return true;
  for await (const { n } of readForgetEntries(root, post)) if (forgotten <= n) return true;
  return false;
}

/** Whoever could erase without a trace would only have to leave a notice. */
function unexplained(post: PostId): Problem {
  const message = 'the ledger does not say that this post was erased';
  return { code: 'forget-unexplained', path: forgottenPath(post), message, post };
}

async function* piecesOf<Item, Piece>(
  { goOn, isTimeUp }: Verification,
  items: AsyncIterable<Item>,
  toPiece: (batch: readonly Item[]) => Piece,
): AsyncGenerator<Piece, void, void> {
  for await (const batch of inBatches(items, batchSize)) {
    goOn();
    if (isTimeUp()) return;
    yield toPiece(batch);
  }
}

/** The digests that files are named after, where they should be; anything else is reported. */
async function* listBlobs({ root, report, slice }: Verification, shelf: string): AsyncGenerator<string, void, void> {
  const outer = `${layout.blobs}/${shelf}`;
  for (const inner of await listDirectory(join(root, outer))) {
    const place = `${outer}/${inner.name}`;
    if (!isShelf(inner)) report(unexpectedFile(place));
    for (const entry of await listDirectory(join(root, place))) {
      const path = `${place}/${entry.name}`;
      if (!entry.isFile() || !isSha256(entry.name) || blobPath(entry.name) !== path) report(unexpectedFile(path));
      else if (isInSlice(slice, entry.name)) yield entry.name;
    }
  }
}

/** The posts that folders are named after, where they should be; anything else is reported. */
async function* listPosts({ root, report, slice }: Verification, shelf: string): AsyncGenerator<PostId, void, void> {
  for (const folder of await listDirectory(join(root, layout.posts, shelf))) {
    const place = `${layout.posts}/${shelf}/${folder.name}`;
    const post = folder.isDirectory() ? postOfFolder(folder.name) : null;
    if (post === null || postFolder(post) !== place) report(unexpectedFile(place));
    else if (isPostInSlice(slice, post)) yield post;
  }
}
