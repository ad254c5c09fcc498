/** Where bytes come from, one stretch after the other. */
export interface ByteReader {
  /**
   * Fill `buffer` from `from` on, as far as bytes are at hand.
   *
   * @returns How many bytes were put there; 0 only at the end. A file gives them at once.
   */
  read(buffer: Buffer, from: number): number | Promise<number>;
}

/** Read the chunks of a stream. */
export function readChunks(chunks: AsyncIterable<Uint8Array | string>): ByteReader {
  const iterator = chunks[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  return {
    async read(buffer, from) {
      while (rest.length === 0) {
        const next = await iterator.next();
        if (next.done === true) return 0;
        rest = typeof next.value === 'string' ? Buffer.from(next.value) : next.value;
      }
      const length = Math.min(rest.length, buffer.length - from);
      buffer.set(rest.subarray(0, length), from);
      rest = rest.subarray(length);
      return length;
    },
  };
}

/** Give a reader's bytes as a stream of chunks, each good until the next is asked for. */
export async function* toChunks(reader: ByteReader, chunkLength: number): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(chunkLength);
  for (;;) {
    const length = await reader.read(buffer, 0);
    if (length === 0) return;
    yield buffer.subarray(0, length);
  }
}

/** How a reader's bytes begin, and a reader that still gives them all. */
export async function peek(reader: ByteReader, length: number): Promise<{ head: Buffer; reader: ByteReader }> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const count = await reader.read(buffer, filled);
    if (count === 0) break;
    filled += count;
  }
  const head = buffer.subarray(0, filled);
  let given = 0;
  return {
    head,
    reader: {
      read(target, from) {
        if (given === filled) return reader.read(target, from);
        const count = head.copy(target, from, given);
        given += count;
        return count;
      },
    },
  };
}
