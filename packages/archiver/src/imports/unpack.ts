import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isBomb } from './is-bomb.ts';

/**
 * Unpack gzip of one member or many; other bytes pass as they are.
 *
 * @throws {RangeError} If it unpacks to far more than it is.
 */
export async function* unpack(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return;
  let packed = 0;
  const all = async function* (): AsyncGenerator<Uint8Array, void, void> {
    for (let next: IteratorResult<Uint8Array> = first; next.done !== true; next = await iterator.next()) {
      packed += next.value.length;
      yield next.value;
    }
  };
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) return yield* all();
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  // An error destroys the unpacker, and so reaches whoever reads it.
  pipeline(Readable.from(all(), { objectMode: false }), gunzip, () => {});
  const unpacked: AsyncIterable<Buffer> = gunzip;
  let length = 0;
  for await (const chunk of unpacked) {
    length += chunk.length;
    if (isBomb(packed, length)) throw new RangeError('it unpacks to far more than it is');
    yield chunk;
  }
}
