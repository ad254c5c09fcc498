import { expect, test } from 'vitest';
import { planPages } from './plan-pages.ts';
import { UsageError } from './usage-error.ts';

test('a page has the name of its article, in the folder for pages', () => {
  const pageOf = planPages('out');
  expect(pageOf('seeds/iss.txt')).toBe('out/iss.html');
  expect(pageOf('https.md')).toBe('out/https.html');
  expect(pageOf('-')).toBe('out/stdin.html');
});

test('a page can be named itself', () => {
  expect(planPages('public/post.html')('a.txt')).toBe('public/post.html');
});

test('no page replaces another', () => {
  const pageOf = planPages('out');
  pageOf('a/x.txt');
  expect(() => pageOf('b/x.txt')).toThrow(
    new UsageError('a/x.txt and b/x.txt would both become out/x.html; give them folders of their own with -o.'),
  );
});

test('no page replaces its article', () => {
  expect(() => planPages('news')('news/x.html')).toThrow(UsageError);
});
