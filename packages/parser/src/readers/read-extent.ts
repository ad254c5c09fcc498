import { readSync } from 'node:fs';
import { longestCharacter } from '../scan/character-start.ts';
import { blockOverlap, longestBlock } from '../scan/text-block.ts';
import { allocateText } from '../scan/text-scanner.ts';
import type { Extent } from './work.ts';

/** The longest extent that can be read: a block, and what stands around it. */
const longestExtent = longestBlock + 2 * (blockOverlap + longestCharacter);

/** Bytes of a file, in memory in which they can be scanned. It is used again when they are disposed of. */
export interface LentBytes extends Disposable {
  /** Fewer than were asked for if the file has been cut meanwhile. */
  readonly bytes: Buffer;
}

/** Buffers that nobody reads from: most of the time of a large one goes to having it. */
const free: Buffer[] = [];

/**
 * Read a part of an open file: in place of being waited for, which is as fast as copying memory, and leaves it in the
 * cache of the processor that looks at it.
 *
 * @throws {Error} With a `syscall`, if it cannot be read.
 */
export function readExtent(file: number, { start, end }: Extent): LentBytes {
  const buffer = free.pop() ?? allocateText(longestExtent);
  let length = 0;
  for (let count = -1; count !== 0 && length < end - start; length += count) {
    count = readSync(file, buffer, length, end - start - length, start + length);
  }
  return { bytes: buffer.subarray(0, length), [Symbol.dispose]: () => void free.push(buffer) };
}
