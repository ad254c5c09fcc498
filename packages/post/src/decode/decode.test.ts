import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arrayOf,
  boolean,
  count,
  type Decode,
  dictionary,
  nullable,
  numberBetween,
  object,
  oneOf,
  string,
  variant,
} from './decode.ts';
import { instant, isoDate, moment } from './date.ts';
import { postId } from './post-id.ts';
import { range } from './range.ts';
import { ShapeError } from './shape-error.ts';

function messageOf(decode: Decode<unknown>, value: unknown): string {
  try {
    decode(value);
  } catch (error) {
    if (error instanceof ShapeError) return error.message;
    throw error;
  }
  throw new Error('Nothing was wrong with it');
}

const person = object<{ name: string; born: string | null; tags: readonly string[] }>({
  name: string,
  born: nullable(isoDate),
  tags: arrayOf(string),
});

describe('a value that fits', () => {
  test('comes out with the asked keys only', () => {
    const value: unknown = JSON.parse('{"name":"A","born":null,"tags":[],"more":1,"__proto__":{"evil":true}}');
    expect(person(value)).toStrictEqual({ name: 'A', born: null, tags: [] });
  });

  test('may lack a key that may be null', () => {
    expect(person({ name: 'A', tags: ['b'] })).toStrictEqual({ name: 'A', born: null, tags: ['b'] });
  });

  test('is a copy: what happens to the input later changes nothing', () => {
    const tags = ['a'];
    const decoded = person({ name: 'A', born: null, tags });
    tags.push('b');
    expect(decoded.tags).toStrictEqual(['a']);
  });
});

describe('a value that does not fit', () => {
  test.each<[Decode<unknown>, unknown, string]>([
    [string, 1, 'expected a string, found number'],
    [boolean, 'true', 'expected true or false, found "true"'],
    [count, 1.5, 'expected a whole number, found number'],
    [count, -1, 'expected a whole number, found number'],
    [count, 2 ** 53, 'expected a whole number, found number'],
    [numberBetween(0, 1), Number.NaN, 'expected a number from 0 to 1, found number'],
    [numberBetween(0, Number.MAX_VALUE), Number.POSITIVE_INFINITY, 'expected a number from 0, found number'],
    [oneOf('a', 'b'), 'c', 'expected "a" or "b", found "c"'],
    [person, null, 'expected an object, found null'],
    [person, [], 'expected an object, found array'],
    [person, {}, 'name: expected a string, found nothing'],
    [person, { name: 'A', tags: ['a', null] }, 'tags[1]: expected a string, found null'],
    [person, { name: 'A', tags: {} }, 'tags: expected an array, found object'],
    [
      person,
      { name: 'A', born: '2022-02-31', tags: [] },
      'born: expected a day like 2022-03-05 or an instant like 2022-03-05T14:08:45.123Z, found "2022-02-31"',
    ],
    [arrayOf(arrayOf(person)), [[], [{ name: 1 }]], '[1][0].name: expected a string, found number'],
    [range, [2, 1], 'expected a range [start, end], found array'],
    [range, [1, 2, 3], 'expected a range [start, end], found array'],
    [range, [0.5, 2], '[0]: expected a whole number, found number'],
    [postId, 'x:..', 'expected the name of a post like x:1500127395262201857, found "x:.."'],
  ])('is refused with its place: %# %s', (decode, value, message) => {
    expect(messageOf(decode, value)).toBe(message);
  });

  test('is shown cut to a bounded length', () => {
    expect(messageOf(oneOf('a'), 'b'.repeat(1_000_000)).length).toBeLessThan(120);
    expect(
      messageOf(
        dictionary(string, 'a key', () => true),
        { ['k'.repeat(1_000_000)]: 1 },
      ).length,
    ).toBeLessThan(160);
  });

  test('is never taken from the prototype (safe)', () => {
    const inherited: unknown = Object.create({ name: 'A', tags: [] });
    expect(messageOf(person, inherited)).toBe('name: expected a string, found nothing');
    const named = object<{ constructor: string }>({ constructor: string });
    expect(messageOf(named, {})).toBe('constructor: expected a string, found nothing');
  });
});

describe('a dictionary', () => {
  const ages = dictionary(count, 'a lower-case name', (key) => /^[a-z]+$/.test(key));

  test('has only keys that pass', () => {
    expect(ages({ a: 1 })).toStrictEqual({ a: 1 });
    expect(messageOf(ages, { 'A b': 1 })).toBe('["A b"]: expected a lower-case name, found another key');
  });

  test('refuses __proto__ (safe)', () => {
    expect(messageOf(ages, JSON.parse('{"__proto__":1}'))).toBe(
      '__proto__: expected a lower-case name, found another key',
    );
  });
});

describe('a variant', () => {
  type Shape = { type: 'dot' } | { type: 'disc'; radius: number };
  const shape = variant<Shape>('type', {
    dot: object<Extract<Shape, { type: 'dot' }>>({ type: oneOf('dot') }),
    disc: object<Extract<Shape, { type: 'disc' }>>({ type: oneOf('disc'), radius: count }),
  });

  test('is told apart by its tag', () => {
    expect(shape({ type: 'dot', radius: 3 })).toStrictEqual({ type: 'dot' });
    expect(messageOf(shape, { type: 'disc' })).toBe('radius: expected a whole number, found nothing');
    expect(messageOf(shape, { type: 'toString' })).toBe('type: expected "dot" or "disc", found "toString"');
  });
});

describe('dates', () => {
  test.each([
    [instant, '2022-03-05T14:08:45.123Z', true],
    [instant, '2022-03-05T14:08:45Z', false],
    [instant, '2022-02-30T14:08:45.123Z', false],
    [instant, '2022-03-05T24:00:00.000Z', false],
    [isoDate, '2022-03-05', true],
    [isoDate, '2024-02-29', true],
    [isoDate, '2023-02-29', false],
    [isoDate, '2022-3-5', false],
    [moment, '2022-03-05T14:08', true],
    [moment, '2022-03-05T14:08:45+01:00', true],
    [moment, '2022-03-05T25:08', false],
    [moment, '2022-02-30T14:08Z', false],
    [moment, 'March 5, 2022', false],
  ] as const)('%# %s', (decode, value, fits) => {
    expect(typeof (fits ? decode(value) : messageOf(decode, value))).toBe('string');
  });
});

test('whatever JSON comes, a decoder answers with its type or a ShapeError', () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      try {
        person(value);
      } catch (error) {
        expect(error).toBeInstanceOf(ShapeError);
        refused += 1;
      }
    }),
    { seed: 1, numRuns: 300 },
  );
  expect(refused).toBeGreaterThan(200);
});
