import { createHash } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { MissingBlobError } from '../archive-errors.ts';
import { fillBuffer } from '../disk/fill-buffer.ts';
import { blobPath } from '../layout.ts';
import { damagedBlob, sizeOfBlob } from './read-blob.ts';

/**
 * Read a blob piece by piece, at once and into two buffers in turn: who goes through many blobs makes no work for the garbage
 * collector, which costs more than reading and hashing together. A piece is good until the next is asked for; the last
 * comes only once all are known to be right.
 *
 * @param buffers Of one length, that of the pieces.
 * @throws As `readBlob`, from its first or its last step.
 */
export function* readBlobNow(
  root: string,
  sha256: string,
  buffers: readonly [Uint8Array, Uint8Array],
): Generator<Uint8Array, void, void> {
  if (sizeOfBlob(root, sha256) === null) throw new MissingBlobError(sha256);
  const file = openSync(join(root, blobPath(sha256)), 'r');
  try {
    const hash = createHash('sha256');
    let [filling, spare] = buffers;
    let held: Uint8Array | null = null;
    for (let length = fillBuffer(file, filling); length > 0; length = fillBuffer(file, filling)) {
      if (held !== null) yield held;
      held = filling.subarray(0, length);
      hash.update(held);
      [filling, spare] = [spare, filling];
    }
    if (hash.digest('hex') !== sha256) throw damagedBlob(sha256);
    if (held !== null) yield held;
  } finally {
    closeSync(file);
  }
}
