import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { DamagedRecordError } from '../archive-errors.ts';
import { sizeOfBlob } from '../blob/read-blob.ts';
import { nameKeysOf } from '../catalog/name-key.ts';
import { addToSummary, type PostSummary } from '../catalog/post-summary.ts';
import { listDirectory } from '../disk/list-directory.ts';
import { blobPath, isShelf, layout, numberOfRecord, postFolder, postOfFolder } from '../layout.ts';
import { blobsOf } from '../record/blobs-of.ts';
import { readRecord, recordPath } from '../record/record-file.ts';
import type { StoredSnapshot } from '../record/stored-snapshot.ts';
import type { IndexView } from './index-view.ts';
import { reasonOf, unexpectedFile, type Verification } from './verification.ts';

/** Read every record, and check its place, its chain, its blobs, and that the index knows it. */
export async function verifyPosts(
  verification: Verification,
  damagedBlobs: ReadonlySet<string>,
  index: IndexView | null,
): Promise<void> {
  for await (const post of listPosts(verification)) {
    verification.goOn();
    const reading = await verifyPost(verification, post, damagedBlobs);
    if (reading.newest > 0) verification.count({ posts: 1 });
    await index?.compare(reading);
  }
  await index?.compareMissing();
}

/** What the records of a post came to. */
export interface PostReading {
  readonly post: PostId;
  /** The highest number there is; 0 if there is none. */
  readonly newest: number;
  /** What the index should know, or `null` if records are damaged or missing. */
  readonly summary: PostSummary | null;
  readonly nameKeys: ReadonlySet<string>;
}

async function verifyPost(
  verification: Verification,
  post: PostId,
  damagedBlobs: ReadonlySet<string>,
): Promise<PostReading> {
  const numbers = await recordsIn(verification, post);
  const newest = numbers.at(-1) ?? 0;
  const nameKeys = new Set<string>();
  const seenBlobs = new Set<string>(damagedBlobs);
  let summary: PostSummary | null = null;
  let sound = true;
  let previous: string | null | undefined = null;
  for (const [index, n] of numbers.entries()) {
    const expected = (numbers[index - 1] ?? 0) + 1;
    const snapshot = await readOrReport(verification, post, n);
    if (n !== expected) reportGap(verification, post, expected, n - 1);
    if (n !== expected || snapshot === null) {
      sound = false;
      previous = undefined;
    }
    if (snapshot === null) continue;
    const { record } = snapshot;
    if (previous !== undefined && record.prev !== previous) {
      const message = `it names ${record.prev} as the record before it, which is ${previous}`;
      verification.report({ code: 'chain-broken', path: snapshot.path, message, post });
    }
    await verifyBlobsOf(verification, snapshot, seenBlobs);
    verification.count({ records: 1 });
    previous = snapshot.sha256;
    summary = addToSummary(summary, snapshot);
    for (const key of nameKeysOf(snapshot)) nameKeys.add(key);
  }
  return { post, newest, summary: sound ? summary : null, nameKeys };
}

async function readOrReport({ root, report }: Verification, post: PostId, n: number): Promise<StoredSnapshot | null> {
  try {
    return await readRecord(root, post, n);
  } catch (error) {
    const message = error instanceof DamagedRecordError ? error.reason : `it cannot be read: ${reasonOf(error)}`;
    report({ code: 'record-damaged', path: recordPath(post, n), message, post });
    return null;
  }
}

function reportGap({ report }: Verification, post: PostId, first: number, last: number): void {
  const what = first === last ? 'it is' : `records ${first} to ${last} are`;
  report({
    code: 'record-missing',
    path: recordPath(post, first),
    message: `${what} gone; later ones are there`,
    post,
  });
}

async function verifyBlobsOf(
  { root, report }: Verification,
  { record, path }: StoredSnapshot,
  seen: Set<string>,
): Promise<void> {
  for (const { sha256, bytes } of blobsOf(record)) {
    if (seen.has(sha256)) continue;
    seen.add(sha256);
    const size = await sizeOfBlob(root, sha256);
    if (size === bytes) continue;
    const where = { path: blobPath(sha256), post: record.post };
    if (size === null) report({ code: 'blob-missing', message: `it is gone; ${path} names it`, ...where });
    else report({ code: 'blob-damaged', message: `it has ${size} bytes; ${path} says ${bytes}`, ...where });
  }
}

/** The posts that folders are named after, where they should be; anything else is reported. */
async function* listPosts({ root, report }: Verification): AsyncGenerator<PostId, void, void> {
  for (const shelf of await listDirectory(join(root, layout.posts))) {
    if (!isShelf(shelf)) report(unexpectedFile(`${layout.posts}/${shelf.name}`));
    for (const folder of await listDirectory(join(root, layout.posts, shelf.name))) {
      const place = `${layout.posts}/${shelf.name}/${folder.name}`;
      const post = folder.isDirectory() ? postOfFolder(folder.name) : null;
      if (post !== null && postFolder(post) === place) yield post;
      else report(unexpectedFile(place));
    }
  }
}

async function recordsIn({ root, report }: Verification, post: PostId): Promise<readonly number[]> {
  const numbers: number[] = [];
  for (const entry of await listDirectory(join(root, postFolder(post)))) {
    const n = numberOfRecord(entry.name);
    if (n === null) report(unexpectedFile(`${postFolder(post)}/${entry.name}`));
    else numbers.push(n);
  }
  return numbers.sort((a, b) => a - b);
}
