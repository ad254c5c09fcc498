import { expect, test } from 'vitest';
import { fillBuffers } from './fill-buffers.ts';

test.each([
  [4, ['ab', 'c', 'defghij', '', 'k'], ['abcd', 'efgh', 'ijk']],
  [3, ['abc', 'def'], ['abc', 'def']],
  [8, [], []],
])('chunks are passed on %i bytes at a time', async (size, chunks, expected) => {
  const passed: string[] = [];
  for await (const chunk of fillBuffers(streamOf(chunks), size)) passed.push(Buffer.from(chunk).toString());
  expect(passed).toEqual(expected);
});

async function* streamOf(chunks: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}
