import { InvalidArgumentError } from 'commander';
import { expect, it } from 'vitest';
import { readSize } from './shared-options.ts';

it.each([
  ['800000', 800_000],
  ['1k', 1024],
  ['200M', 200 * 1024 * 1024],
  ['1G', 1024 ** 3],
])('reads %s as %d bytes', (text, bytes) => {
  expect(readSize(text)).toBe(bytes);
});

it.each(['', '0', '-1', '1.5G', 'M', '1T', '99999G', '1e9', ' 1'])('refuses %j', (text) => {
  expect(() => readSize(text)).toThrow(InvalidArgumentError);
});
