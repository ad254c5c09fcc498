import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DamagedBlobError, MissingBlobError } from '../archive-errors.ts';
import { readFileNow } from '../disk/read-file-now.ts';
import { statNowIfPresent } from '../disk/stat-if-present.ts';
import { blobPath, sha256Of } from '../layout.ts';

/** Reading more than this takes longer than having another thread do it. */
const mostBytesHere = 128 * 1024;
/** Each piece costs a turn of the event loop, and another thread's. */
const pieceBytes = 256 * 1024;

/**
 * Read a blob whole.
 *
 * @throws {RangeError} If that is no sha256.
 * @throws {MissingBlobError} If there is none.
 * @throws {DamagedBlobError} If its bytes are not those it is named after.
 */
export async function readBlob(root: string, sha256: string): Promise<Uint8Array> {
  const bytes = await bytesOf(root, sha256);
  if (sha256Of(bytes) !== sha256) throw damagedBlob(sha256);
  return bytes;
}

/**
 * Read a blob piece by piece. The last piece comes only once all are known to be right: a reader that got to the end
 * got the true bytes.
 *
 * @throws As {@link readBlob}, from its first or its last step.
 */
export async function* streamBlob(root: string, sha256: string): AsyncGenerator<Uint8Array, void, void> {
  await using file = await openBlobFile(root, sha256);
  const hash = createHash('sha256');
  const chunks: AsyncIterable<Buffer> = file.createReadStream({ autoClose: false, highWaterMark: pieceBytes });
  let held: Buffer | null = null;
  for await (const chunk of chunks) {
    if (held !== null) yield held;
    held = chunk;
    hash.update(chunk);
  }
  if (hash.digest('hex') !== sha256) throw damagedBlob(sha256);
  if (held !== null) yield held;
}

/** How many bytes a blob has, or `null` if there is none. */
export function sizeOfBlob(root: string, sha256: string): number | null {
  const found = statNowIfPresent(join(root, blobPath(sha256)));
  return found?.isFile() === true ? found.size : null;
}

async function bytesOf(root: string, sha256: string): Promise<Uint8Array> {
  const path = join(root, blobPath(sha256));
  const size = sizeOfBlob(root, sha256);
  const bytes = size !== null && size > mostBytesHere ? await readFile(path) : readFileNow(path, mostBytesHere);
  if (bytes === null || bytes === 'other') throw new MissingBlobError(sha256);
  return bytes;
}

async function openBlobFile(root: string, sha256: string): Promise<FileHandle> {
  if (sizeOfBlob(root, sha256) === null) throw new MissingBlobError(sha256);
  return open(join(root, blobPath(sha256)), 'r');
}

/** The error of a blob whose bytes have changed. */
export function damagedBlob(sha256: string): DamagedBlobError {
  return new DamagedBlobError(blobPath(sha256), 'its bytes are not those it is named after');
}
