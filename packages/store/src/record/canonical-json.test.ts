import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('keys stand in order, at every depth, also those that look like numbers', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'é\n', 10: 1, 9: 2 })).toBe(
    String.raw`{"10":1,"9":2,"a":"é\n","b":[{"c":null,"d":1}]}`,
  );
});

test('what is undefined is left out', () => {
  expect(canonicalJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
});

test('it reads back as it was, and equal values are equal text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.stringify(JSON.parse(text))).toHaveLength(JSON.stringify(value).length);
    }),
    { seed: 1 },
  );
});
