import { expect, it } from 'vitest';
import { inPieces } from './in-pieces.ts';

async function* stream(chunks: readonly string[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

async function piecesOf(...chunks: readonly string[]): Promise<readonly string[]> {
  const pieces: string[] = [];
  for await (const piece of inPieces(stream(chunks), 4)) pieces.push(Buffer.from(piece).toString());
  return pieces;
}

it('makes pieces of one size from chunks of any', async () => {
  await expect(piecesOf('a', 'bc', 'defg', '', 'hijklmnop')).resolves.toEqual(['abcd', 'efgh', 'ijkl', 'mnop']);
  await expect(piecesOf('abcde')).resolves.toEqual(['abcd', 'e']);
  await expect(piecesOf('ab', 'c')).resolves.toEqual(['abc']);
  await expect(piecesOf('abcd', 'ef', 'ghij', 'kl', 'mnop')).resolves.toEqual(['abcd', 'efgh', 'ijkl', 'mnop']);
  await expect(piecesOf()).resolves.toEqual([]);
  await expect(piecesOf('')).resolves.toEqual([]);
});

it('begins with a short piece', async () => {
  const pieces: string[] = [];
  for await (const piece of inPieces(stream(['abc', 'defghijklmnop']), 4, 2))
    pieces.push(Buffer.from(piece).toString());
  expect(pieces).toEqual(['ab', 'cdef', 'ghij', 'klmn', 'op']);
});

it('leaves a piece alone until the one after the next is asked for', async () => {
  const pieces: Uint8Array[] = [];
  for await (const piece of inPieces(stream(['abcdefghijkl']), 4)) {
    pieces.push(piece);
    if (pieces.length === 2) expect(pieces.map(String)).toEqual([Buffer.from('abcd'), Buffer.from('efgh')].map(String));
  }
  expect(pieces).toHaveLength(3);
});
