import { inPieces } from './in-pieces.ts';
import type { TemporaryFile } from './durable-files.ts';
import { settleAll } from './settle-all.ts';

/**
 * Bytes of one write. Chunks of this length are written as they are, and must be left alone until the one after the next is asked
 * for; others are collected first.
 */
export const streamPieceBytes: number = 512 * 1024;

/** A long file is flushed while it comes, or all of it would have to be waited for at its end. */
const flushEveryBytes = 16 * 1024 * 1024;

/**
 * Append what a stream delivers, without holding it in memory: the disk writes while the next piece comes.
 *
 * @param onPiece Called with each piece, which is being written by then; what it throws ends the writing.
 */
export async function appendStream(
  file: TemporaryFile,
  chunks: AsyncIterable<Uint8Array>,
  onPiece: (piece: Uint8Array) => void,
): Promise<void> {
  let written = Promise.resolve();
  let flushed = Promise.resolve();
  let unflushed = 0;
  try {
    for await (const piece of inPieces(chunks, streamPieceBytes)) {
      await written;
      if (unflushed >= flushEveryBytes) {
        await flushed;
        flushed = file.flush();
        flushed.catch(() => {});
        unflushed = 0;
      }
      unflushed += piece.length;
      written = file.append(piece);
      written.catch(() => {});
      onPiece(piece);
    }
  } finally {
    // A file that is being written or flushed is not to be closed.
    await settleAll([written, flushed]);
  }
}
