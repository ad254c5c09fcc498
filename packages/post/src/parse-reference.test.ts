import { expect, test } from 'vitest';
import { parseReference } from './parse-reference.ts';
import type { Reference } from './reference.ts';

const reference: Reference = {
  kind: 'flattened-embed',
  range: [577, 922],
  post: { platform: 'x', id: null },
  handle: 'NASAWatch',
  name: 'NASA Watch',
  date: '2022-03-05',
  text: 'Russian gov’t-controlled RIA Novosti',
  links: ['https://pic.twitter.com/fj2coK1xR1'],
  lang: null,
  confidence: 0.98,
};

test('a reference comes back as it was', () => {
  expect(parseReference(JSON.parse(JSON.stringify(reference)))).toStrictEqual(reference);
});

test('so do its alternatives', () => {
  const unclear: Reference = {
    ...reference,
    alternatives: [{ text: 'gov’t-controlled RIA Novosti', confidence: 0.3 }],
  };
  expect(parseReference(JSON.parse(JSON.stringify(unclear)))).toStrictEqual(unclear);
});

test('so does what says that it is in a string', () => {
  const written: Reference = { ...reference, kind: 'embed', inString: true };
  expect(parseReference(JSON.parse(JSON.stringify(written)))).toStrictEqual(written);
});

test.each([
  [{ kind: 'link' }, 'kind: expected "post-url" or "short-link" or "embed" or "flattened-embed" or "shortcode"'],
  [{ post: { platform: 'myspace', id: null } }, 'post.platform: expected "x" or "bluesky"'],
  [{ date: 'March 5, 2022' }, 'date: expected a date like 2022-03-05'],
  [{ confidence: 1.1 }, 'confidence: expected a number from 0 to 1, found number'],
  [{ range: [9, 3] }, 'range: expected a range [start, end], found array'],
  [{ alternatives: [{ text: 1, confidence: 0 }] }, 'alternatives[0].text: expected a string, found number'],
  [{ inString: 'yes' }, 'inString: expected true or false, found "yes"'],
  [{ links: [null] }, 'links[0]: expected a string, found null'],
])('what is no reference is refused: %j', (change, message) => {
  expect(() => parseReference({ ...reference, ...change })).toThrow(message);
});
