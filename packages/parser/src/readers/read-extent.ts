import { closeSync, openSync, read, readSync } from 'node:fs';
import { allocateText } from '../scan/text-scanner.ts';
import type { Extent } from './work.ts';

/** Bytes of a file, in memory in which they can be scanned. It is used again when they are disposed of. */
export interface LentBytes extends Disposable {
  /** Fewer than were asked for if the file has been cut meanwhile. */
  readonly bytes: Buffer;
}

/** Buffers that nobody reads from: most of the time of a large one goes to having it. */
const free: Buffer[] = [];

/** What is being read before it is asked for. */
interface Ahead {
  readonly path: string;
  readonly extent: Extent;
  readonly reading: Promise<LentBytes>;
}

let ahead: Ahead | null = null;

/**
 * Read a part of a file: in place of being waited for, which is as fast as copying memory.
 *
 * @param next What will be asked for next, if that is known. It is read meanwhile, in another thread.
 * @throws {Error} With a `syscall`, if it cannot be read.
 */
export async function readExtent(path: string, extent: Extent, next: Extent | null): Promise<LentBytes> {
  const last = ahead;
  ahead = null;
  const isThere = last?.path === path && last.extent.start === extent.start && last.extent.end === extent.end;
  // What was read in vain gives its buffer back.
  if (!isThere)
    last?.reading.then(
      (lent) => lent[Symbol.dispose](),
      () => {},
    );
  const lent = isThere ? await last.reading : readNow(path, extent);
  if (next !== null && next.start < next.end) {
    ahead = { path, extent: next, reading: startReading(path, next) };
    // Whoever takes it hears of its failure; until then nobody does.
    ahead.reading.catch(() => {});
  }
  return lent;
}

function readNow(path: string, extent: Extent): LentBytes {
  const file = openSync(path, 'r');
  try {
    return readRest(file, extent, takeBuffer(extent), 0);
  } finally {
    closeSync(file);
  }
}

async function startReading(path: string, extent: Extent): Promise<LentBytes> {
  const file = openSync(path, 'r');
  try {
    const buffer = takeBuffer(extent);
    const count = await new Promise<number>((resolve, reject) => {
      read(file, buffer, 0, extent.end - extent.start, extent.start, (error, length) =>
        error === null ? resolve(length) : reject(error),
      );
    });
    return readRest(file, extent, buffer, count);
  } finally {
    closeSync(file);
  }
}

/** @param filled How many bytes are there. */
function readRest(file: number, { start, end }: Extent, buffer: Buffer, filled: number): LentBytes {
  let length = filled;
  for (let count = -1; count !== 0 && length < end - start; length += count) {
    count = readSync(file, buffer, length, end - start - length, start + length);
  }
  return { bytes: buffer.subarray(0, length), [Symbol.dispose]: () => void free.push(buffer) };
}

function takeBuffer({ start, end }: Extent): Buffer {
  const at = free.findIndex(({ length }) => length >= end - start);
  return free.splice(at, at === -1 ? 0 : 1)[0] ?? allocateText(end - start);
}
