import { expect, test } from 'vitest';
import { groupInputs } from './group-inputs.ts';
import { sortInputs } from './sort-inputs.ts';

const page = 'https://news.example/a';

test('files that follow one another are one input, and all stay in their order', () => {
  expect(groupInputs(['a.txt', 'b.txt', page, '-', 'https://'])).toEqual([
    { kind: 'files', names: ['a.txt', 'b.txt'] },
    { kind: 'page', url: page },
    { kind: 'files', names: ['-', 'https://'] },
  ]);
  expect(groupInputs([page, page])).toHaveLength(2);
  expect(groupInputs([])).toEqual([]);
});

test('inputs are posts, web pages or files', () => {
  const sorted = sortInputs(['x:20', page, 'a.txt', page, 'https://x.com/jack/status/21', 'HTTP://news.example/B']);
  expect(sorted.posts.map(({ post }) => post.id)).toEqual(['20', '21']);
  expect(sorted.pages).toEqual([page, 'HTTP://news.example/B']);
  expect(sorted.files).toEqual(['a.txt']);
  expect(sorted.others).toEqual(['x:20', 'a.txt', 'https://x.com/jack/status/21']);
});
