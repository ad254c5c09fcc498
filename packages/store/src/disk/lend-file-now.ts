import { closeSync, openSync, readSync } from 'node:fs';
import { justThis } from './read-file-now.ts';

/** Longer than most records. Only what is used of it takes memory. */
const lent = Buffer.allocUnsafeSlow(512 * 1024);

/**
 * Read the beginning of a file with the fewest calls there can be, and without memory of its own: for small files that prove
 * themselves, of which a million are read. Whoever finds that it is not the whole of what it should be, or gets nothing, asks
 * `readFileNow`, which also tells why.
 *
 * @returns What one call gave, until the next file is lent; `null` if that was nothing.
 */
export function lendFileNow(path: string): Buffer | null {
  try {
    const file = openSync(path, justThis);
    try {
      const length = readSync(file, lent, 0, lent.length, null);
      return length === 0 ? null : lent.subarray(0, length);
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}
