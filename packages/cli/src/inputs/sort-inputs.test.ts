import { expect, test } from 'vitest';
import { sortInputs } from './sort-inputs.ts';

test('posts, web pages and files are told apart, and each post and page is taken once', () => {
  const page = 'https://news.example/a.html';
  const { posts, pages, files } = sortInputs(['x:20', 'a.txt', page, '20', 'x:20', page, '-', 'news/*.md']);
  expect(posts.map(({ typed }) => typed)).toEqual(['x:20', '20']);
  expect(pages).toEqual([page]);
  expect(files).toEqual(['a.txt', '-', 'news/*.md']);
});
