import { expect, test } from 'vitest';
import { fit } from './columns.ts';

test('short text is padded, long text is cut', () => {
  expect(fit('abc', 5)).toBe('abc  ');
  expect(fit('abcdef', 5)).toBe('abcd…');
});

test('wide characters count two columns, marks none', () => {
  expect(fit('日本', 5)).toBe('日本 ');
  expect(fit('日本語', 5)).toBe('日本…');
  expect(fit('e\u0301', 2)).toBe('e\u0301 ');
});

test('a character of several code points is never cut apart', () => {
  expect(fit('👩‍👩‍👧👩‍👩‍👧', 5)).not.toContain('\u200D…');
});
