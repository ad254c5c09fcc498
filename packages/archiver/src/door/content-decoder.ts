import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';

const decoders: ReadonlyMap<string, () => Transform> = new Map([
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  ['deflate', () => createInflate()],
  ['br', () => createBrotliDecompress()],
  ['zstd', () => createZstdDecompress()],
]);

/**
 * The stream that undoes a `Content-Encoding` (RFC 9110 §8.4). The door asks for none; some servers encode all the
 * same.
 *
 * @returns `null` if there is nothing to undo, `undefined` for a coding that is not known, or several.
 */
export function createContentDecoder(coding: string | undefined): Transform | null | undefined {
  const name = (coding ?? '').trim().toLowerCase();
  return name === '' || name === 'identity' ? null : decoders.get(name)?.();
}
