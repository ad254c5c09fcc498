import type { Readable } from 'node:stream';

/** So many may wait. */
const most = 4;

/**
 * Take all that a stream gives. Unlike the stream's own iterator, it loses nothing that was there before the stream
 * failed, and ends where that one would throw.
 */
export async function* takeChunks(stream: Readable): AsyncGenerator<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let ended = false;
  let wake: (() => void) | null = null;
  const end = (): void => {
    ended = true;
    wake?.();
  };
  stream.once('end', end).once('close', end);
  stream.on('data', (chunk: Uint8Array) => {
    chunks.push(chunk);
    if (chunks.length >= most) stream.pause();
    wake?.();
  });
  for (;;) {
    const chunk = chunks.shift();
    if (chunk !== undefined) {
      if (chunks.length < most / 2) stream.resume();
      yield chunk;
    } else if (ended) {
      return;
    } else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}
