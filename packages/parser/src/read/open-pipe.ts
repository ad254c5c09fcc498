import { constants, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { addAbortSignal } from 'node:stream';

/**
 * Open a named pipe, or what a shell puts in the place of a name, as in `<(zcat …)`. It is waited for beside all else:
 * whoever reads it like a file can be stopped by nothing until its writer ends, nor while it has none.
 *
 * @param signal Ends the reading, with an error.
 * @throws If it cannot be opened.
 */
export function openPipe(path: string, signal: AbortSignal | undefined): AsyncIterable<Uint8Array> & Disposable {
  const pipe = new Socket({
    fd: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK),
    readable: true,
    writable: false,
  });
  if (signal !== undefined) addAbortSignal(signal, pipe);
  return {
    [Symbol.asyncIterator]: () => pipe[Symbol.asyncIterator](),
    [Symbol.dispose]: () => void pipe.destroy(),
  };
}
