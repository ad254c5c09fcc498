import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOfXId, firstXIdAt, timeOfXId, xIdsOfDay } from './snowflake.ts';

describe('timeOfXId', () => {
  test.each([
    ['1500127395262201857', '2022-03-05T15:13:36.706Z'],
    ['29000000000', '2010-11-04T01:43:01.571Z'],
    ['9223372036854775807', '2080-07-10T17:30:30.208Z'],
  ])('reads the time in %s', (id, instant) => {
    expect(new Date(timeOfXId(id) ?? 0).toISOString()).toBe(instant);
  });

  test.each(['0', '20', '28999999999'])('finds none in the sequential id %s', (id) => {
    expect(timeOfXId(id)).toBeNull();
    expect(dayOfXId(id)).toBeNull();
  });

  test.each([
    '',
    '-1',
    '1.5',
    '1e18',
    '0x10',
    ' 1500127395262201857',
    '01500127395262201857',
    '9223372036854775808',
    '99999999999999999999',
    '~fj2coK1xR1',
  ])('finds none in what is no id: %j', (id) => {
    expect(timeOfXId(id)).toBeNull();
  });

  test('keeps the digits that a Number would lose', () => {
    const id = (1n << 22n) * 10n ** 11n;
    expect(timeOfXId(String(id - 1n))).toBe((timeOfXId(String(id)) ?? 0) - 1);
  });
});

describe('firstXIdAt', () => {
  test('gives the first id of a millisecond', () => {
    const ms = Date.parse('2022-03-05T15:13:36.706Z');
    expect(timeOfXId(String(firstXIdAt(ms)))).toBe(ms);
    expect(timeOfXId(String(firstXIdAt(ms) - 1n))).toBe(ms - 1);
  });

  test('goes on below zero, before there were such ids', () => {
    expect(firstXIdAt(Date.parse('2006-03-21'))).toBeLessThan(firstXIdAt(Date.parse('2010-11-03')));
    expect(firstXIdAt(Date.parse('2010-11-03'))).toBeLessThan(0n);
  });
});

describe('xIdsOfDay', () => {
  test('is the range of ids that carry the day', () => {
    const [first, end] = xIdsOfDay('2022-03-05');
    expect([first, end]).toStrictEqual(['1499897477329846272', '1500259865195446272']);
    expect([dayOfXId(first), dayOfXId(String(BigInt(end) - 1n)), dayOfXId(end)]).toStrictEqual([
      '2022-03-05',
      '2022-03-05',
      '2022-03-06',
    ]);
    expect(dayOfXId(String(BigInt(first) - 1n))).toBe('2022-03-04');
  });

  test('follows on from day to day, also over 29 February and a leap second', () => {
    for (const [day, next] of [
      ['2024-02-28', '2024-02-29'],
      ['2024-02-29', '2024-03-01'],
      ['2016-12-31', '2017-01-01'],
      ['2010-11-04', '2010-11-05'],
    ] as const) {
      expect(xIdsOfDay(day)[1]).toBe(xIdsOfDay(next)[0]);
    }
  });

  test('begins with the first id that carries a time, and ends with the last', () => {
    expect(xIdsOfDay('2010-11-04')[0]).toBe('29000000000');
    expect(xIdsOfDay('2080-07-10')[1]).toBe('9223372036854775808');
  });

  test.each([
    '2010-11-03',
    '2080-07-11',
    '9999-12-31',
    '2022-02-31',
    '2022-13-01',
    '2022-3-5',
    '',
    'yesterday',
    '-000001-01-01',
  ])('refuses %j', (day) => {
    expect(() => xIdsOfDay(day)).toThrow(new RangeError(`No X ids carry the day ${JSON.stringify(day)}`));
  });

  test('agrees with dayOfXId for any id', () => {
    fc.assert(
      fc.property(fc.bigInt(29_000_000_000n, 2n ** 63n - 1n), (id) => {
        const [first, end] = xIdsOfDay(dayOfXId(String(id)) ?? '');
        expect(BigInt(first) <= id && id < BigInt(end)).toBe(true);
      }),
      { seed: 1 },
    );
  });
});
