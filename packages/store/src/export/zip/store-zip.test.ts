import { describe, expect, test } from 'vitest';
import { fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl';
import { Readable } from 'node:stream';
import { storeZip } from './store-zip.ts';

describe('a ZIP file of more than 4 GiB', () => {
  test('grows into ZIP64: yauzl finds what is behind the long entry', async () => {
    const long = 65 * 64 * 1024 * 1024;
    const zip = storeZip([
      { path: 'long.bin', open: () => zeros(long) },
      { path: 'short.txt', open: () => once('behind it') },
    ]);
    const reader = await keepEnds(zip);
    const file = await fromRandomAccessReaderPromise(reader, reader.size, { lazyEntries: true, autoClose: false });
    const entries = await Array.fromAsync(file.eachEntry());
    expect(entries.map(({ fileName, uncompressedSize }) => [fileName, uncompressedSize])).toEqual([
      ['long.bin', long],
      ['short.txt', 9],
    ]);
    const [, short] = entries;
    if (short === undefined) throw new Error('there is no second entry');
    expect(short.relativeOffsetOfLocalHeader).toBeGreaterThan(long);
    const chunks: Buffer[] = await Array.fromAsync(await file.openReadStreamPromise(short));
    expect(Buffer.concat(chunks).toString()).toBe('behind it');
  });
});

async function* zeros(length: number): AsyncGenerator<Uint8Array> {
  const chunk = new Uint8Array(64 * 1024 * 1024);
  for (let left = length; left > 0; left -= chunk.length) yield chunk;
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** Reads what is left of a file of which only short pieces were kept. */
class EndsReader extends RandomAccessReader {
  readonly #pieces: readonly (readonly [offset: number, bytes: Uint8Array])[];
  readonly size: number;

  constructor(pieces: readonly (readonly [number, Uint8Array])[], size: number) {
    super();
    this.#pieces = pieces;
    this.size = size;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const bytes = Buffer.alloc(end - start);
    for (const [offset, piece] of this.#pieces) {
      if (offset + piece.length <= start || offset >= end) continue;
      const from = Math.max(start, offset);
      bytes.set(piece.subarray(from - offset, end - offset), from - start);
    }
    return Readable.from([bytes]);
  }
}

async function keepEnds(chunks: AsyncIterable<Uint8Array>): Promise<EndsReader> {
  const pieces: [number, Uint8Array][] = [];
  let offset = 0;
  for await (const chunk of chunks) {
    if (chunk.length < 1024 * 1024) pieces.push([offset, chunk]);
    offset += chunk.length;
  }
  return new EndsReader(pieces, offset);
}
