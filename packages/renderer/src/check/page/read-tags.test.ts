import { expect, test } from 'vitest';
import { readTags } from './read-tags.ts';

const namesIn = (page: string): string => {
  const implied = new Set(['html', 'head', 'body']);
  return readTags(page)
    .map(({ name }) => name)
    .filter((name) => !implied.has(name))
    .join(' ');
};

test('elements come in the order of the page, those in templates too', () => {
  expect(namesIn('<title>a</title><p><b>1</b><i>2</i></p><template><s>3</s><u>4</u></template><hr>')).toBe(
    'title p b i template s u hr',
  );
});

test('a page with <noscript> is read both ways', () => {
  expect(namesIn('<noscript><img></noscript><hr>')).toBe('noscript img hr noscript hr');
});

test('many siblings, and many generations, take no stack (safe)', () => {
  expect(readTags('<br>'.repeat(200_000))).toHaveLength(200_003);
  expect(readTags('<div>'.repeat(20_000))).toHaveLength(20_003);
});
