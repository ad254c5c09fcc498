import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { explainReadError } from '../../read/explain-read-error.ts';
import { InputError } from '../../read/input-error.ts';
import { type ByteReader, readChunks } from './byte-reader.ts';

/** An open input. */
export interface OpenBytes extends Disposable {
  readonly reader: ByteReader;
  /** How long a file on a disk is, in bytes; `null` if it cannot be told, or can only be read once. */
  readonly length: number | null;
}

/** How to open an input. */
export interface OpenBytesOptions {
  /** What `-` stands for; asked for only if that is meant. */
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Ends the waiting for a pipe. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Open a file, a pipe, or standard input. A file is read in place of being waited for: that is as fast as copying memory.
 *
 * @throws {InputError} If it cannot be read.
 */
export async function openBytes(name: string, options: OpenBytesOptions): Promise<OpenBytes> {
  if (name === '-') return { reader: readChunks(options.stdin), length: null, [Symbol.dispose]: () => {} };
  if (/^https?:\/\//i.test(name)) {
    throw new InputError('url', name, 'inputs are not read by URL. Save it to a file, and give that, or pipe it in.');
  }
  if (attempt(name, () => statSync(name)).isFIFO()) {
    const { openPipe } = await import('../../read/open-pipe.ts');
    const pipe = attempt(name, () => openPipe(name, options.signal));
    return { reader: readChunks(pipe), length: null, [Symbol.dispose]: () => pipe[Symbol.dispose]() };
  }
  const file = attempt(name, () => openSync(name, 'r'));
  let isOpen = true;
  const close = (): void => {
    isOpen = false;
    closeSync(file);
  };
  const stat = attempt(name, () => fstatSync(file));
  if (stat.isDirectory()) {
    close();
    throw new InputError('folder', name, 'a folder in which no file has a known extension. Name a file in it.');
  }
  return {
    reader: {
      // Whoever reads ahead may do so for a moment longer, when another file may have its number.
      read: (buffer, from) =>
        isOpen ? attempt(name, () => readSync(file, buffer, from, buffer.length - from, null)) : 0,
    },
    // Files that the system makes up have none.
    length: stat.isFile() && stat.size > 0 ? stat.size : null,
    [Symbol.dispose]: close,
  };
}

function attempt<Result>(name: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw explainReadError(name, error);
  }
}
