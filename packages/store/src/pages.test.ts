import { mkdir } from 'node:fs/promises';
import type { Page } from '@embalm/post';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect } from '../test/collect.ts';
import { draftOf, exchangeOf } from '../test/snapshots.ts';
import { temporaryPlace, type TemporaryPlace } from '../test/temporary-place.ts';
import { UnknownPostError } from './archive-errors.ts';
import type { Archive } from './archive.ts';
import { pageOf } from './export/wacz/page-of.ts';
import { researchRow } from './export/jsonl/research-row.ts';
import { openArchive } from './open/open-archive.ts';
import { pageIdOf } from './page-id.ts';
import type { StoredSnapshot } from './record/stored-snapshot.ts';

const url = 'https://news.example/iss?page=1';
const page: Page = {
  url,
  canonicalUrl: null,
  title: 'What the crew saw',
  siteName: 'The News',
  byline: 'Ann Author',
  publishedAt: '2022-03-05T23:30:00-02:00',
  modifiedAt: null,
  description: null,
  lang: 'en',
  text: 'A paragraph on docking.\nAnother.',
  truncated: false,
  posts: [{ post: 'x:20', kind: 'embed', handle: 'jack', date: '2006-03-21', links: ['https://x.com/jack/status/20'] }],
};

let place: TemporaryPlace;
let archive: Archive;
let stored: StoredSnapshot;

beforeAll(async () => {
  place = await temporaryPlace();
  archive = await openArchive(place.path);
  const answer = { ...exchangeOf(await archive.keep(Buffer.from('<html>'))), url };
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';
  const exchanges = [
    { ...answer, url: 'https://ads.example/frame', response: answer.response && { ...answer.response, head } },
    { ...answer, response: answer.response && { ...answer.response, head } },
  ];
  stored = await archive.commit(
    draftOf(pageIdOf(url), { content: null, page, source: 'web', knownAs: [url], exchanges }),
  );
});

afterAll(async () => {
  await archive[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

test('a page comes back as it was committed', async () => {
  const head = await archive.head(pageIdOf(url));
  expect(head?.record.page).toStrictEqual(page);
  expect(head?.record.content).toBeNull();
});

test('is found by its URL, by words of its title and its text, by its day in UTC, and as what it is', async () => {
  expect(await archive.resolve('http://www.news.example/iss?page=1')).toBe(pageIdOf(url));
  for (const query of [
    { search: '"crew saw"' },
    { search: 'docking' },
    { platform: 'web' },
    { since: new Date('2022-03-06') },
  ] as const) {
    expect(await collect(archive.list(query)), JSON.stringify(query)).toMatchObject([
      { post: pageIdOf(url), name: 'Ann Author', handle: null, createdAt: '2022-03-06T01:30:00.000Z', source: 'web' },
    ]);
  }
  expect(await collect(archive.list({ before: new Date('2022-03-06') }))).toStrictEqual([]);
});

test('is a page of a WACZ under its own URL, whatever came first, and a row for research', () => {
  expect(pageOf(stored.record)).toMatchObject({ url, text: page.text });
  expect(pageOf(stored.record).title).toMatch(/^What the crew saw \(web:/);
  expect(researchRow(stored)).toMatchObject({ url, title: page.title, text: page.text, author_name: 'Ann Author' });
});

test('the archive is whole, and nothing of a page is garbage', async () => {
  expect(await archive.verify()).toMatchObject({ problems: 0, posts: 1 });
  expect(await archive.collectGarbage({ graceMs: 86_400_000 })).toMatchObject({ blobs: 0 });
});

test('of a platform that a newer program has added nothing is removed', async () => {
  await mkdir(`${place.path}/posts/00/holograms-1`, { recursive: true });
  await expect(archive.collectGarbage({})).rejects.toThrow(UnknownPostError);
  await expect(archive.forget(pageIdOf(url), { why: 'a test' })).rejects.toThrow('posts/00/holograms-1');
  expect(await archive.head(pageIdOf(url))).not.toBeNull();
});
