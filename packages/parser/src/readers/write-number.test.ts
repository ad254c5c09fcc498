import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeNumber } from './write-number.ts';

test('writes any whole number as String does, and says where it ends', () => {
  const edges = [0, 9, 10, 99, 100, 999_999_999, 1e9, 1e9 + 7, 1e18 / 1e3, 2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER];
  const bytes = Buffer.alloc(20);
  const write = (value: number): string => bytes.toString('latin1', 2, writeNumber(bytes, 2, value));
  expect(edges.map(write)).toEqual(edges.map(String));
  fc.assert(
    fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (value) => write(value) === String(value)),
    {
      seed: 20_220_305,
    },
  );
});
