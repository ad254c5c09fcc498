import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { isErrno } from './disk.ts';
import { fillBuffer } from './fill-buffer.ts';

/** Neither through a link, nor waiting for whoever may write to a pipe. */
export const justThis: number = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Read a file that is opened once: a third less time than looking what it is first.
 *
 * @returns `null` if there is none; `'other'` if it is no file, or longer than `mostBytes`.
 */
export function readFileNow(path: string, mostBytes: number): Buffer | null | 'other' {
  const file = openIfPresent(path);
  if (typeof file !== 'number') return file;
  try {
    const found = fstatSync(file);
    if (!found.isFile() || found.size > mostBytes) return 'other';
    const bytes = Buffer.allocUnsafe(found.size);
    return bytes.subarray(0, fillBuffer(file, bytes));
  } finally {
    closeSync(file);
  }
}

function openIfPresent(path: string): number | null | 'other' {
  try {
    return openSync(path, justThis);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    // A link, or a socket.
    if (isErrno(error, 'ELOOP', 'ENXIO')) return 'other';
    throw error;
  }
}
