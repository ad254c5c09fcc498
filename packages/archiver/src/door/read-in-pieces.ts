import { finished, type Readable } from 'node:stream';
import { freeChunk } from './free-chunk.ts';

/** Enough for most photos: a long piece for each of them would only be work for the garbage collector. */
const firstBytes = 64 * 1024;

/** So many wait before the stream does. */
const mostWaiting = 2;

/** How to read. */
export interface ReadingInPieces {
  /** Of all but the first piece, which is shorter, and the last. */
  readonly pieceBytes: number;
  /** Whether the stream keeps nothing of the chunks that it gave: then their memory is freed at once. */
  readonly ownsChunks: boolean;
  /** Called with each chunk as soon as it comes. @returns How many of its bytes to keep; fewer than all, and no more is read. */
  take(this: void, chunk: Uint8Array): number;
}

/**
 * Read a stream in long pieces. Its chunks are collected as they come: a turn of the event loop, or of an asynchronous loop, for
 * each of them is most of the work that a long body makes.
 *
 * A few buffers are used in turn: a piece is good until the one after the next is asked for.
 *
 * @throws What the stream failed with, after what came before that.
 */
export async function* readInPieces(
  stream: Readable,
  { pieceBytes, ownsChunks, take }: ReadingInPieces,
): AsyncGenerator<Uint8Array, void, undefined> {
  const full: Buffer[] = [];
  const spare: Buffer[] = [];
  let filling: Buffer = Buffer.allocUnsafeSlow(Math.min(firstBytes, pieceBytes));
  let filled = 0;
  let ended = null as { readonly error: unknown } | null;
  let news = Promise.withResolvers<void>();

  stream.on('data', collect);
  const forget = finished(stream, { writable: false }, (error) => {
    ended ??= { error };
    news.resolve();
  });
  try {
    let before: Buffer | null = null;
    while (true) {
      const piece = full.shift();
      if (piece !== undefined) {
        yield piece;
        if (before?.length === pieceBytes) spare.push(before);
        before = piece;
        if (ended === null && full.length < mostWaiting) stream.resume();
      } else if (ended === null) {
        await news.promise;
        news = Promise.withResolvers<void>();
      } else {
        break;
      }
    }
    if (filled > 0) yield filling.subarray(0, filled);
    if (ended.error) throw ended.error;
  } finally {
    forget();
    stream.off('data', collect);
  }

  function collect(chunk: Buffer): void {
    if (ended !== null) return;
    const kept = take(chunk);
    // Freed, it has no length any more.
    const isMore = kept < chunk.length;
    let taken = 0;
    while (taken < kept) {
      const count = Math.min(kept - taken, filling.length - filled);
      filling.set(count === chunk.length ? chunk : chunk.subarray(taken, taken + count), filled);
      taken += count;
      filled += count;
      if (filled === filling.length) turnOver();
    }
    if (ownsChunks) freeChunk(chunk);
    if (isMore) {
      ended = { error: null };
      stream.pause();
      news.resolve();
    }
  }

  function turnOver(): void {
    full.push(filling);
    filling = spare.pop() ?? Buffer.allocUnsafeSlow(pieceBytes);
    filled = 0;
    if (full.length >= mostWaiting) stream.pause();
    news.resolve();
  }
}
