import { expect, test } from 'vitest';
import { printable } from './printable.ts';

test('white space is folded to one line', () => {
  expect(printable('  a\n\n b\tc ')).toBe('a b c');
});

test('escape sequences reach no terminal', () => {
  expect(printable('\u001B]0;owned\u0007a\u009B31mb\u0000')).toBe(']0;owneda31mb');
});

test('marks that turn the direction of text are taken out, letters are not', () => {
  expect(printable('a\u202Eb\u2066c مرحبا 👩‍👩‍👧')).toBe('abc مرحبا 👩‍👩‍👧');
});
