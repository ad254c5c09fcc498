import type { Entity } from '@embalm/post';
import { array, assert, integer, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { segmentText } from './segment-text.ts';

const text = 'Go #NASA and @rianru: $BA https://t.co/abc';
const hashtag: Entity = { type: 'hashtag', range: [3, 8], tag: 'NASA' };
const mention: Entity = { type: 'mention', range: [13, 20], handle: 'rianru', name: null };
const cashtag: Entity = { type: 'cashtag', range: [22, 25], symbol: 'ba' };
const link: Entity = {
  type: 'link',
  range: [26, 42],
  url: 'https://nasa.gov',
  display: 'nasa.gov',
  short: 'https://t.co/abc',
};

test('a text is cut along its entities', () => {
  expect(segmentText(text, [hashtag, mention, cashtag, link])).toEqual([
    { text: 'Go ', entity: null },
    { text: '#NASA', entity: hashtag },
    { text: ' and ', entity: null },
    { text: '@rianru', entity: mention },
    { text: ': ', entity: null },
    { text: '$BA', entity: cashtag },
    { text: ' ', entity: null },
    { text: 'https://t.co/abc', entity: link },
  ]);
});

test('entities may come in any order, and full-width signs count', () => {
  const tag: Entity = { type: 'hashtag', range: [0, 3], tag: '宇宙' };
  expect(
    segmentText('＃宇宙 #NASA', [{ ...hashtag, range: [4, 9] }, tag]).map(({ entity }) => entity?.range[0]),
  ).toEqual([0, undefined, 4]);
});

test('an entity that is shifted, overlapping, empty or beyond the text stays plain text (safe)', () => {
  const bad: readonly Entity[] = [
    { ...hashtag, range: [4, 9] },
    { ...hashtag, range: [3, 7] },
    { ...hashtag, range: [8, 3] },
    { ...hashtag, range: [3, 3] },
    { ...hashtag, range: [-3, 5] },
    { ...hashtag, range: [3, 800] },
    { ...hashtag, range: [3.5, 8] },
    { ...hashtag, range: [Number.NaN, 8] },
    { ...mention, handle: 'someone' },
    { ...link, short: 'https://t.co/xyz' },
    { ...link, range: [0, 42] },
  ];
  for (const entity of bad)
    expect(segmentText(text, [entity]), JSON.stringify(entity)).toEqual([{ text, entity: null }]);
  const twice = segmentText(text, [hashtag, hashtag]);
  expect(twice.filter(({ entity }) => entity !== null)).toHaveLength(1);
});

test('whatever the ranges are, the segments are the text', () => {
  const range = tuple(integer({ min: -5, max: 60 }), integer({ min: -5, max: 60 }));
  const entities = array(
    range.map(([from, to]): Entity => {
      const display = text.slice(Math.max(0, from), Math.max(0, to));
      return { type: 'link', range: [from, to], url: display, display, short: null };
    }),
  );
  let runs = 0;
  assert(
    property(entities, (all) => {
      runs += 1;
      expect(
        segmentText(text, all)
          .map((segment) => segment.text)
          .join(''),
      ).toBe(text);
    }),
    { seed: 1, numRuns: 500 },
  );
  expect(runs).toBe(500);
});
