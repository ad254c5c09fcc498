import type { Reference } from '@embalm/post';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeRest } from './reference-json.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', '\\', '\n', '\ud83d', 'é', 'a') }),
);
const textOrNull = fc.option(text);

const references: fc.Arbitrary<Reference> = fc.record(
  {
    kind: fc.constant('embed'),
    range: fc.constant([0, 1]),
    post: fc.record({ platform: fc.constantFrom('x', 'bluesky'), id: textOrNull }, { noNullPrototype: true }),
    handle: textOrNull,
    name: textOrNull,
    date: textOrNull,
    text: textOrNull,
    links: fc.array(text),
    lang: textOrNull,
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    inString: fc.boolean(),
    alternatives: fc.array(fc.record({ text: textOrNull, confidence: fc.double({ min: 0, max: 1, noNaN: true }) })),
  },
  {
    requiredKeys: ['kind', 'range', 'post', 'handle', 'name', 'date', 'text', 'links', 'lang', 'confidence'],
    noNullPrototype: true,
  },
);

test('is what JSON.stringify writes of the same members in the same order', () => {
  let compared = 0;
  fc.assert(
    fc.property(references, (reference) => {
      const { post, handle, name, date, text: body, links, lang, confidence, alternatives, inString } = reference;
      const members = { post, handle, name, date, text: body, links, lang, confidence, alternatives, inString };
      expect(writeRest(reference)).toBe(JSON.stringify(members).replace('{', ','));
      compared += 1;
    }),
    { seed: 20_220_305 },
  );
  expect(compared).toBeGreaterThan(50);
});
