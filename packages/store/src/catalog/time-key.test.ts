import * as fc from 'fast-check';
import type { PostId } from '@embalm/post';
import { describe, expect, test } from 'vitest';
import { firstUndatedKey, keysBetween, timeKeyOf } from './time-key.ts';

describe('the key of a post is', () => {
  test.each([
    ['its id, if nothing else is known', 'x:1500127395262201857', null, 1500127395262201857n],
    ['its id, which is of that second', 'x:1500127395262201857', '2022-03-05T15:13:36.000Z', 1500127395262201857n],
    ['its id, which is of that day', 'x:1500127395262201857', '2022-03-05', 1500127395262201857n],
    ['its time, if its id is of another day', 'x:1500127395262201857', '2022-03-06', 1500259865195446272n],
    ['its time, on every platform', 'bluesky:abc', '2022-03-06', 1500259865195446272n],
    ['its time, if its own id is not known', 'x:~fj2coK1xR1', '2022-03-06', 1500259865195446272n],
    ['below zero, before X had such ids', 'x:20', '2006-03-21T20:50:14.000Z', -611784371866697728n],
    ['none, if nobody knows when it was posted', 'x:20', null, null],
    ['none, if its id is of a time that keys do not reach', 'x:9223372036854775807', null, null],
  ] as const)('%s', (_, post, createdAt, key) => {
    expect(timeKeyOf(post, createdAt)).toBe(key);
  });
});

const ms = fc.integer({ min: Date.parse('1900-01-01'), max: Date.parse('2200-01-01') });
const day = (time: number): string => new Date(time).toISOString().slice(0, 10);

test('whatever is posted at a time is between the keys of that time', () => {
  let cases = 0;
  fc.assert(
    fc.property(
      fc.constantFrom<PostId>('x:1500127395262201857', 'x:20', 'web:00000000000000000000000000000000'),
      fc.oneof(
        ms,
        fc.integer({ min: -2000, max: 2000 }).map((off) => Date.parse('2022-03-05T15:13:36.706Z') + off),
      ),
      fc.boolean(),
      fc.tuple(ms, ms, fc.integer({ min: -90_000_000, max: 90_000_000 }), fc.boolean()),
      (post, time, isDay, [one, other, near, isNear]) => {
        const createdAt = isDay ? day(time) : new Date(time).toISOString();
        const [since, before] = isNear
          ? [new Date(time + near), new Date(time + near + 1)]
          : [new Date(one), new Date(other)];
        // As SQL compares them.
        const from = since.toISOString().replace(/T00:00:00\.000Z$/, '');
        const to = before.toISOString().replace(/T00:00:00\.000Z$/, '');
        if (createdAt < from || createdAt >= to) return;
        cases += 1;
        const keys = keysBetween(since, before);
        const key = timeKeyOf(post, createdAt);
        expect(key !== null && key >= keys.from && key < keys.to && key < firstUndatedKey).toBe(true);
        expect(keys.from).toBeGreaterThanOrEqual(-(2n ** 63n));
      },
    ),
    { numRuns: 5000, seed: 20_220_305 },
  );
  expect(cases).toBeGreaterThan(200);
});
