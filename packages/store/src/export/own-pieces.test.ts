import { expect, test } from 'vitest';
import { collect } from '../../test/collect.ts';
import { ownPieces } from './own-pieces.ts';

test('pieces stay as they are, though each chunk is written over by the next', async () => {
  const pieces = await collect(ownPieces(rewritten()));
  expect(pieces.map(({ length }) => length)).toEqual([512 * 1024, 512 * 1024, 1_500_000 - 1024 * 1024]);
  const whole = Buffer.concat(pieces);
  for (let n = 0; n < 5; n += 1) {
    expect(whole.subarray(n * 300_000, (n + 1) * 300_000).equals(Buffer.alloc(300_000, n))).toBe(true);
  }
});

async function* rewritten(): AsyncGenerator<Uint8Array, void, void> {
  const buffer = Buffer.alloc(300_000);
  for (let n = 0; n < 5; n += 1) yield buffer.fill(n);
}
