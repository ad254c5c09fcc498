import type { Page } from '@embalm/post';
import { expect, test } from 'vitest';
import { comparePages } from './compare-pages.ts';

const page: Page = {
  url: 'https://news.example/a',
  canonicalUrl: null,
  title: 'Title',
  siteName: null,
  byline: null,
  publishedAt: '2022-03-06',
  modifiedAt: null,
  description: null,
  lang: 'en',
  text: 'Text',
  truncated: false,
  posts: [{ post: 'x:20', kind: 'embed', handle: null, date: null, links: [] }],
};

test('what the author wrote, and the posts, are told', () => {
  const after: Page = {
    ...page,
    text: 'Other text',
    byline: 'Ann',
    publishedAt: null,
    posts: [{ post: 'x:21', kind: 'embed', handle: null, date: null, links: [] }],
  };
  expect(comparePages(page, after)).toEqual([
    { field: 'text', before: 'Text', after: 'Other text' },
    { field: 'byline', before: null, after: 'Ann' },
    { field: 'created', before: '2022-03-06', after: null },
    { field: 'posts', before: 'x:20', after: null },
    { field: 'posts', before: null, after: 'x:21' },
  ]);
});

test.each([
  ['when it says that it was changed', { modifiedAt: '2022-03-07' }],
  ['what it calls its own address', { canonicalUrl: 'https://news.example/a?utm_source=x' }],
  [
    'how it refers to a post',
    { posts: [{ post: 'x:20', kind: 'post-url', handle: 'a', date: null, links: ['https://x.com/a'] }] },
  ],
] satisfies readonly (readonly [string, Partial<Page>])[])('%s is no change', (_, change) => {
  expect(comparePages(page, { ...page, ...change })).toEqual([]);
});
