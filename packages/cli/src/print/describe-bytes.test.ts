import { expect, it } from 'vitest';
import { describeBytes } from './describe-bytes.ts';

it.each([
  [0, '0 bytes'],
  [139, '139 bytes'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [3801, '3.8 kB'],
  [999_949, '999.9 kB'],
  [999_950, '1 MB'],
  [5_000_000_000, '5 GB'],
  [2 ** 53, '9007.2 TB'],
])('writes %i bytes as %s', (bytes, written) => {
  expect(describeBytes(bytes)).toBe(written);
});
