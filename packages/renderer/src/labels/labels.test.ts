import { expect, test } from 'vitest';
import { en } from './en.ts';
import { fillLabel, fillText } from './fill-label.ts';
import { formatDate, formatDay, readDate } from './format-date.ts';
import { formatCount, formatNumber, formatPercent } from './format-number.ts';

test('a label is filled in', () => {
  expect(fillText('{a} and {b}{c}', { a: '1', b: '{a}' })).toBe('1 and {a}');
  expect(fillLabel('by {name}', { name: 'x' })).toEqual(['by ', 'x', '']);
});

test('dates are in UTC and in the language of the labels, wherever the machine is', () => {
  expect(formatDate('2022-03-05T23:59:31.000Z', en)).toBe('5 March 2022, 23:59 UTC');
  expect(formatDate('2022-03-05T00:00:00Z', en)).toBe('5 March 2022, 00:00 UTC');
  expect(formatDate('2022-03-05', en)).toBe('5 March 2022');
  expect(formatDay('2022-03-05T23:59:31.000Z', en)).toBe('5 March 2022');
});

test('what is no date is none', () => {
  for (const text of [
    '',
    'yesterday',
    '2022-13-40',
    '2022-03-05T25:00:00.000Z',
    '2022-03-05 10:00',
    '2022-03-05T10:00:00+01:00',
    null,
  ]) {
    expect(readDate(text), String(text)).toBeNull();
  }
});

test('numbers are grouped and counted', () => {
  expect(formatNumber(1_530_221, en)).toBe('1,530,221');
  expect(formatPercent(0.084, en)).toBe('8%');
  expect([0, 1, 1204].map((count) => formatCount(count, en.counts.replies, en))).toEqual([
    '0 replies',
    '1 reply',
    '1,204 replies',
  ]);
});
