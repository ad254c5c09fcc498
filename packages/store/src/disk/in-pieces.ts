/** Enough for most photos: a long piece for each of them would only be work for the garbage collector. */
const shortBytes = 64 * 1024;

/**
 * Collect the chunks of a stream into pieces of one size; the first is short, and the last may be. A network hands out some
 * 16 kB at a time, and each write to a disk costs a turn of the event loop.
 *
 * Two buffers are used in turn: a piece is good until the one after the next is asked for. A chunk that is a piece already is
 * passed on as it is, so it is to be left alone as long.
 */
export async function* inPieces(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  pieceBytes: number,
  firstBytes: number = Math.min(shortBytes, pieceBytes),
): AsyncGenerator<Uint8Array, void, undefined> {
  let filling: Buffer = Buffer.allocUnsafe(firstBytes);
  let spare: Buffer | null = null;
  let filled = 0;
  for await (const chunk of chunks) {
    if (filled === 0 && chunk.length === pieceBytes) {
      yield chunk;
      continue;
    }
    let taken = 0;
    while (taken < chunk.length) {
      const count = Math.min(chunk.length - taken, filling.length - filled);
      filling.set(chunk.subarray(taken, taken + count), filled);
      taken += count;
      filled += count;
      if (filled < filling.length) continue;
      yield filling;
      const full = filling;
      filling = spare ?? Buffer.allocUnsafe(pieceBytes);
      spare = full.length === pieceBytes ? full : null;
      filled = 0;
    }
  }
  if (filled > 0) yield filling.subarray(0, filled);
}
