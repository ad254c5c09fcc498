import { readSync } from 'node:fs';

/**
 * Read from where an open file stands until a buffer is full or the file ends: one call to the system may give fewer bytes.
 *
 * @returns How many bytes there were.
 */
export function fillBuffer(file: number, buffer: Uint8Array): number {
  let length = 0;
  while (length < buffer.length) {
    const bytesRead = readSync(file, buffer, length, buffer.length - length, null);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length;
}
