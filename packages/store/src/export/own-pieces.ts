import type { ExportOptions } from './export-options.ts';

/** How to export as one file, piece by piece. */
export interface FileExportOptions extends ExportOptions {
  /**
   * Whether pieces are only lent: each is good until the next is asked for, which takes two thirds of the memory. For who
   * writes them at once, as `writeWholeFile` does, and never for a stream that reads ahead. Default: pieces may be kept.
   */
  readonly lend?: boolean | undefined;
}

/** Of one piece, and so of one write. */
const pieceBytes = 512 * 1024;

/**
 * Gather chunks, each good until the next is asked for, in pieces that are the caller's own: they may be kept, or handed to
 * a stream that reads ahead.
 */
export async function* ownPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  let piece = Buffer.allocUnsafeSlow(pieceBytes);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let taken = 0; taken < chunk.length;) {
      const part = chunk.subarray(taken, taken + pieceBytes - filled);
      piece.set(part, filled);
      filled += part.length;
      taken += part.length;
      if (filled < pieceBytes) continue;
      yield piece;
      piece = Buffer.allocUnsafeSlow(pieceBytes);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
