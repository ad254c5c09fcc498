import { parsePage } from '@embalm/post';
import { expect, test } from 'vitest';
import { describePage } from './describe-page.ts';
import type { RawFacts } from './in-page/read-facts.ts';

const bare: RawFacts = {
  url: 'https://news.example/a?b=1#c',
  lang: null,
  title: '',
  canonicalUrl: null,
  metadata: {},
  linkedData: [],
  text: '',
  whole: true,
};

const describeWith = (facts: Partial<RawFacts>) => describePage({ ...bare, ...facts }, []);

test('of a page that says nothing of itself nothing is said', () => {
  expect(describeWith({})).toEqual({
    url: 'https://news.example/a?b=1',
    canonicalUrl: null,
    title: '',
    siteName: null,
    byline: null,
    publishedAt: null,
    modifiedAt: null,
    description: null,
    lang: null,
    text: '',
    truncated: false,
    posts: [],
  });
});

test.each([
  ['2022-03-06', '2022-03-06'],
  ['2022-03-06T09:30:00.000Z', '2022-03-06T09:30:00.000Z'],
  ['2022-03-06T09:30:00+0100', '2022-03-06T09:30:00+01:00'],
  ['2022-03-06 09:30', '2022-03-06T09:30'],
  ['6 March 2022', null],
  ['2022-02-31', null],
  ['2022-03-06T25:00Z', null],
  ['x'.repeat(100_000), null],
])('a page of %o was published on %o', (written, read) => {
  const page = describeWith({ metadata: { 'article:published_time': written } });
  expect(page.publishedAt).toBe(read);
  expect(parsePage(page)).toEqual(page);
});

test.each([
  ['/c', 'https://news.example/c'],
  ['https://m.news.example/a#b', 'https://m.news.example/a'],
  ['javascript:alert(1)', null],
  ['http://[', null],
])('%o as its own address is %o', (written, read) => {
  expect(describeWith({ canonicalUrl: written }).canonicalUrl).toBe(read);
});

test('metadata count before linked data, and a title before that for others', () => {
  const linkedData = [
    'no JSON',
    '[{"@type":"WebSite","name":"News"}]',
    '{"@graph":[{"datePublished":"2022-03-06","dateModified":"2022-03-07","author":[{"name":"Ann"},"Bob",{"name":7},null]}]}',
  ];
  expect(describeWith({ linkedData })).toMatchObject({
    byline: 'Ann, Bob',
    publishedAt: '2022-03-06',
    modifiedAt: '2022-03-07',
  });
  const metadata = { author: 'Cleo', 'og:title': 'For others', datepublished: '2021-01-01' };
  expect(describeWith({ linkedData, metadata })).toMatchObject({
    byline: 'Cleo',
    title: 'For others',
    publishedAt: '2021-01-01',
  });
  expect(describeWith({ title: 'Own', metadata }).title).toBe('Own');
});

test.each([
  `{"@graph":${'['.repeat(5000)}${']'.repeat(5000)}}`,
  `[${Array.from({ length: 5000 }, () => '{"a":{"b":{"c":{}}}}').join()}]`,
  '{"datePublished":{"__proto__":1},"author":{"name":{"name":"x"}}}',
])('linked data that mean harm say nothing: %#', (script) => {
  expect(describeWith({ linkedData: [script] })).toMatchObject({ byline: null, publishedAt: null });
});
