import { expect, test } from 'vitest';
import { parseDuration } from './parse-duration.ts';
import { parseEnd, parseMoment } from './parse-moment.ts';
import { parseSample } from './parse-sample.ts';

test.each([
  ['90s', 90_000],
  ['30m', 1_800_000],
  ['2h', 7_200_000],
  ['7d', 604_800_000],
])('%s is a length of time', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(['', '5', 'h', '1.5h', '-2h', '2 h', '2w'])('%j is no length of time', (text) => {
  expect(() => parseDuration(text)).toThrow('such as 90s, 30m, 2h or 7d');
});

test.each([
  ['5%', { from: 0.25, share: 0.05 }],
  ['100%', { from: 0.25, share: 1 }],
  ['1/20', { from: 0, share: 0.05 }],
  ['3/4', { from: 0.5, share: 0.25 }],
  ['1/1', { from: 0, share: 1 }],
])('%s is a part', (text, slice) => {
  expect(parseSample(text, () => 0.25)).toStrictEqual(slice);
});

test.each(['', '5', '0%', '101%', '0/4', '5/4', '1/0', '-1%'])('%j is no part', (text) => {
  expect(() => parseSample(text, () => 0)).toThrow('such as 5%, or a part such as 3/20');
});

test.each([
  ['2022-03-05', '2022-03-05T00:00:00.000Z'],
  ['2022-03-05T14:08Z', '2022-03-05T14:08:00.000Z'],
  ['2022-03-05T14:08:09.5+02:00', '2022-03-05T12:08:09.500Z'],
])('%s is a moment, wherever the machine is', (text, instant) => {
  expect(parseMoment(text).toISOString()).toBe(instant);
});

test.each(['', '2022', '2022-02-31', '2022-03-05T14:08', '5 March 2022', '2022-03-05T25:00Z'])('%j is none', (text) => {
  expect(() => parseMoment(text)).toThrow('Expected a day such as 2022-03-05');
});

test('a day as an end is part of the time, an instant is not', () => {
  expect(parseEnd('2022-02-28').toISOString()).toBe('2022-03-01T00:00:00.000Z');
  expect(parseEnd('2022-02-28T10:00Z').toISOString()).toBe('2022-02-28T10:00:00.000Z');
});
