/** Bytes in order, taken line by line and stretch by stretch. */
export interface ByteSource {
  /** How many bytes have been taken. */
  readonly offset: () => number;
  /**
   * The next line without its end; `null` at the end.
   *
   * @throws {RangeError} If it has more than `most` bytes.
   */
  readonly line: (most: number) => Promise<string | null>;
  /**
   * The next `length` bytes, piece by piece.
   *
   * @throws {RangeError} If there are not as many.
   */
  readonly take: (length: number) => AsyncGenerator<Uint8Array, void, void>;
}

/** Take bytes from a stream. */
export function openByteSource(chunks: AsyncIterable<Uint8Array>): ByteSource {
  const iterator = chunks[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let offset = 0;
  return { offset: () => offset, line, take };

  async function more(): Promise<boolean> {
    const next = await iterator.next();
    if (next.done === true) return false;
    held = held.length === 0 ? Buffer.from(next.value) : Buffer.concat([held, next.value]);
    return true;
  }

  function drop(length: number): Buffer {
    const bytes = held.subarray(0, length);
    held = held.subarray(length);
    offset += length;
    return bytes;
  }

  async function line(most: number): Promise<string | null> {
    for (;;) {
      const end = held.indexOf(0x0a);
      if (end > most || (end === -1 && held.length > most)) throw new RangeError(`a line is longer than ${most} bytes`);
      if (end !== -1)
        return drop(end + 1)
          .toString('utf8')
          .replace(/\r?\n$/, '');
      if (!(await more())) return held.length === 0 ? null : drop(held.length).toString('utf8');
    }
  }

  async function* take(length: number): AsyncGenerator<Uint8Array, void, void> {
    for (let left = length; left > 0;) {
      if (held.length === 0 && !(await more())) throw new RangeError(`it ends ${left} bytes too early`);
      const bytes = drop(Math.min(left, held.length));
      left -= bytes.length;
      yield bytes;
    }
  }
}
