import type { ByteReader } from './byte-reader.ts';

/** The bytes of a reader from some place on, as far as they have been read. */
export interface ByteWindow {
  /** What is at hand. Good until {@link ByteWindow.more} is called. */
  readonly bytes: Buffer;
  /** Where `bytes` begins in the input. */
  readonly offset: number;
  readonly ended: boolean;
  /** Have at least `length` bytes at hand, or all there are. */
  atLeast(length: number): Promise<Buffer>;
  /** Let go of the first bytes. */
  drop(length: number): void;
}

/** Open a window on a reader. What is let go of leaves no trace: memory is as large as what is asked for at once. */
export function openByteWindow(reader: ByteReader, capacity: number = 1 << 20): ByteWindow {
  let buffer = Buffer.allocUnsafeSlow(capacity);
  let start = 0;
  let end = 0;
  let offset = 0;
  let ended = false;

  function makeRoom(length: number): void {
    if (start + length <= buffer.length) return;
    const grown = length > buffer.length ? Buffer.allocUnsafeSlow(Math.max(length, buffer.length * 2)) : buffer;
    buffer.copy(grown, 0, start, end);
    end -= start;
    start = 0;
    buffer = grown;
  }

  return {
    get bytes() {
      return buffer.subarray(start, end);
    },
    get offset() {
      return offset;
    },
    get ended() {
      return ended;
    },
    async atLeast(length) {
      makeRoom(length);
      while (!ended && end - start < length) {
        const count = await reader.read(buffer, end);
        if (count === 0) ended = true;
        end += count;
      }
      return buffer.subarray(start, end);
    },
    drop(length) {
      start += length;
      offset += length;
    },
  };
}
