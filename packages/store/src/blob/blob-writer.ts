import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BlobTooLargeError } from '../archive-errors.ts';
import { appendStream } from '../disk/append-stream.ts';
import type { DurableFiles } from '../disk/durable-files.ts';
import { statNowIfPresent } from '../disk/stat-if-present.ts';
import type { BlobRef } from '../exchange.ts';
import { blobPath, sha256Of } from '../layout.ts';

/** Keeps bytes under their digest. */
export interface BlobWriter {
  /** Keep bytes; when this resolves they are on the disk. */
  keep(bytes: Uint8Array): Promise<BlobRef>;
  /** Keep what a stream delivers, without holding it in memory. */
  keepStream(chunks: AsyncIterable<Uint8Array>, options?: KeepStreamOptions): Promise<BlobRef>;
}

/** How to keep a stream. */
export interface KeepStreamOptions {
  /** The most bytes to take; default no limit. */
  readonly maxBytes?: number;
}

/** Make a writer of blobs for an archive. */
export function createBlobWriter(root: string, files: DurableFiles, now: () => Date): BlobWriter {
  return { keep, keepStream };

  async function keep(bytes: Uint8Array): Promise<BlobRef> {
    const sha256 = sha256Of(bytes);
    const path = join(root, blobPath(sha256));
    if (await holds(path, bytes, now())) {
      // Whoever wrote it may not have flushed its name yet.
      await files.syncUpTo(dirname(path));
      return { sha256, bytes: bytes.length };
    }
    await using temporary = await files.createTemporary();
    await temporary.append(bytes);
    await temporary.finish();
    await temporary.moveTo(path);
    return { sha256, bytes: bytes.length };
  }

  async function keepStream(
    chunks: AsyncIterable<Uint8Array>,
    { maxBytes = Number.MAX_SAFE_INTEGER }: KeepStreamOptions = {},
  ): Promise<BlobRef> {
    await using temporary = await files.createTemporary();
    const hash = createHash('sha256');
    let bytes = 0;
    await appendStream(temporary, chunks, (piece) => {
      bytes += piece.length;
      if (bytes > maxBytes) throw new BlobTooLargeError(maxBytes);
      hash.update(piece);
    });
    const sha256 = hash.digest('hex');
    await temporary.finish();
    await temporary.moveTo(join(root, blobPath(sha256)));
    return { sha256, bytes };
  }
}

/** Who finds out what nothing names any more must see that this blob is about to be named again. */
const youngForMs = 3_600_000;

/**
 * Whether a young file has exactly these bytes. A damaged blob is replaced when its bytes come along again, and an old one
 * becomes young.
 */
async function holds(path: string, bytes: Uint8Array, now: Date): Promise<boolean> {
  const found = statNowIfPresent(path);
  if (found !== null && now.getTime() - found.mtimeMs > youngForMs) return false;
  if (found === null || !found.isFile() || found.size !== bytes.length) return false;
  return (await readFile(path)).equals(bytes);
}
