import { expect, test } from 'vitest';
import { samplePosts } from '../posts.ts';
import { composeText, type ComposedText } from './compose-text.ts';

const parts = { seed: '1', answers: null, mediaLink: null, nameOf: (handle: string): string => handle };

test('entities are counted in code points of the escaped text', () => {
  const { text, entities } = composeText({ ...parts, text: '🚀 1 < 2 & #ISS @NASA $TSLA' });
  expect(text).toBe('🚀 1 &lt; 2 &amp; #ISS @NASA $TSLA');
  expect(entities.hashtags).toEqual([{ indices: [17, 21], text: 'ISS' }]);
  expect(entities.user_mentions).toMatchObject([{ indices: [22, 27], screen_name: 'NASA' }]);
  expect(entities.symbols).toEqual([{ indices: [28, 33], text: 'TSLA' }]);
});

test('the shown range is counted in UTF-16 units, without leading mention and media link', () => {
  const composed = composeText({ ...parts, text: '🚀!', answers: 'NASA', mediaLink: 'https://t.co/abcdefghij' });
  expect(composed.text).toBe('@NASA 🚀! https://t.co/abcdefghij');
  expect(composed.text.slice(...composed.displayRange)).toBe('🚀!');
  expect(composed.mediaIndices).toEqual([9, 32]);
});

test('links are shortened, and shown without their scheme', () => {
  const { text, entities, shortLinks } = composeText({
    ...parts,
    text: 'See https://www.example.org/a/long/path?to=nowhere.',
  });
  expect(text).toMatch(/^See https:\/\/t\.co\/[A-Za-z0-9]{10}\.$/);
  expect(entities.urls).toMatchObject([{ display_url: 'example.org/a/long/path?to…', url: text.slice(4, -1) }]);
  expect(shortLinks).toMatchObject([{ target: 'https://www.example.org/a/long/path?to=nowhere' }]);
});

test('an address, a number and a handle within a word are no entities', () => {
  const { entities } = composeText({ ...parts, text: 'me@example.org a#b $5 &#39;' });
  expect(Object.values(entities).flat()).toEqual([]);
});

test('every entity of every sample stands where its indices say', () => {
  const found = samplePosts.flatMap(({ id, text }) => slicesOf(composeText({ ...parts, seed: id, text })));
  expect(found).toHaveLength(19);
  for (const [slice, expected] of found) expect(slice).toBe(expected);
});

function slicesOf({ text, entities }: ComposedText): [string, string][] {
  const points = Array.from(text);
  return [
    ...entities.hashtags.map(({ indices, text: tag }) => [indices, `#${tag}`] as const),
    ...entities.symbols.map(({ indices, text: symbol }) => [indices, `$${symbol}`] as const),
    ...entities.user_mentions.map(({ indices, screen_name: handle }) => [indices, `@${handle}`] as const),
    ...entities.urls.map(({ indices, url }) => [indices, url] as const),
  ].map(([indices, expected]) => [points.slice(...indices).join(''), expected]);
}
