import { expect, it } from 'vitest';
import { freeChunk } from './free-chunk.ts';

it('frees a chunk that has its memory for itself', () => {
  const chunk = new Uint8Array(100);
  freeChunk(chunk);
  expect(chunk).toHaveLength(0);
});

it.each([
  ['a part of one', new Uint8Array(100).subarray(1)],
  ['one in shared memory', new Uint8Array(new SharedArrayBuffer(8))],
  ['a small Buffer', Buffer.from('a')],
])('leaves %s alone', (_, chunk) => {
  const before = chunk.length;
  freeChunk(chunk);
  expect(chunk).toHaveLength(before);
});
