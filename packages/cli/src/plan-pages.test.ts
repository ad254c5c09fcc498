import { expect, test } from 'vitest';
import { planPages } from './plan-pages.ts';
import { UsageError } from './usage-error.ts';

const text = (source: string) => ({ source, format: 'text' }) as const;
const markdown = (source: string) => ({ source, format: 'markdown' }) as const;

test('a page has the name of its article, in the folder for pages', () => {
  const pageOf = planPages({ out: 'out' });
  expect(pageOf(text('seeds/iss.txt')).page).toBe('out/iss.html');
  expect(pageOf(text('https.txt')).page).toBe('out/https.html');
  expect(pageOf(text('-')).page).toBe('out/stdin.html');
});

test('Markdown stays Markdown, unless a page is asked for', () => {
  expect(planPages({ out: 'out' })(markdown('a/post.markdown'))).toEqual({ page: 'out/post.markdown', to: 'same' });
  expect(planPages({ out: 'out' })(markdown('a/post.mdx'))).toEqual({ page: 'out/post.mdx', to: 'same' });
  expect(planPages({ out: 'b.md' })(markdown('a/post.md'))).toEqual({ page: 'b.md', to: 'same' });
  expect(planPages({ out: 'out', to: 'html' })(markdown('post.md'))).toEqual({ page: 'out/post.html', to: 'html' });
  expect(planPages({ out: 'b.html' })(markdown('post.md'))).toEqual({ page: 'b.html', to: 'html' });
});

test('a text does not become Markdown', () => {
  expect(() => planPages({ out: 'b.md' })(text('a.txt'))).toThrow(
    new UsageError('a.txt becomes a page, and b.md is the name of a Markdown file; end it in .html.'),
  );
});

test('a page can be named itself', () => {
  expect(planPages({ out: 'public/post.html' })(text('a.txt')).page).toBe('public/post.html');
});

test('what comes before media is a place that paths can follow', () => {
  for (const mediaPrefix of ['/', '/posts/', 'https://cdn.example.org/', 'https://cdn.example.org/a/b/']) {
    expect(planPages({ out: 'out', mediaPrefix, avif: true })(text('a.txt'))).toMatchObject({
      mediaPrefix,
      avif: true,
    });
  }
  for (const mediaPrefix of ['', 'cdn/', 'https://cdn.example.org', 'javascript://x/', '/a"b/']) {
    expect(() => planPages({ out: 'out', mediaPrefix })).toThrow(
      '--media-prefix takes a URL or path that ends with a slash',
    );
  }
});

test('no page replaces another', () => {
  const pageOf = planPages({ out: 'out' });
  pageOf(text('a/x.txt'));
  expect(() => pageOf(text('b/x.txt'))).toThrow(
    new UsageError('a/x.txt and b/x.txt would both become out/x.html; give them folders of their own with -o.'),
  );
});

test('no page replaces its article', () => {
  expect(() => planPages({ out: 'news' })(text('news/x.html'))).toThrow(UsageError);
  expect(() => planPages({ out: 'news' })(markdown('news/x.md'))).toThrow(UsageError);
});

test.each([
  ['https://news.example/2022/03/iss.html?page=2#top', 'out/iss.html'],
  ['https://news.example/2022/03/iss/', 'out/iss.html'],
  ['https://news.example/', 'out/news.example.html'],
  ['https://news.example/a%2F..%2Fb', 'out/a-2F..html'],
  ['https://news.example/...', 'out/page.html'],
  [`https://news.example/${'a'.repeat(300)}.php`, `out/${'a'.repeat(96)}.html`],
])('the page of %s is %s', (source, page) => {
  expect(planPages({ out: 'out' })({ source, format: 'html' }).page).toBe(page);
});
