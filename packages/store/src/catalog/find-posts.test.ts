import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PostId } from '@embalm/post';
import { collect } from '../../test/collect.ts';
import { claimOf, draftOf, postOf } from '../../test/snapshots.ts';
import { temporaryPlace, type TemporaryPlace } from '../../test/temporary-place.ts';
import type { Archive } from '../archive.ts';
import { openArchive } from '../open/open-archive.ts';
import type { PostQuery } from './post-summary.ts';

const posts: readonly {
  readonly post: PostId;
  readonly author: string;
  readonly at: string | null;
  readonly text: string;
  readonly article?: string;
  readonly isGone?: boolean;
}[] = [
  { post: 'x:30', author: 'NASA', at: '2022-03-05T10:00:00.000Z', text: 'moon one', article: 'news/a.txt' },
  {
    post: 'x:4',
    author: 'nasa',
    at: '2022-03-06T00:00:00.000Z',
    text: 'moon two',
    article: 'https://www.example.org/b/',
  },
  { post: 'x:200', author: 'esa', at: '2022-03-05', text: 'moon three', article: 'news/a.txt', isGone: true },
  { post: 'x:~Ab', author: 'esa', at: '2022-03-04', text: 'mars', article: 'news/a.txt' },
  { post: 'x:9223372036854775807', author: 'ESA', at: null, text: 'moon four' },
  { post: 'bluesky:abc', author: 'esa', at: '2022-03-07T00:00:00.000Z', text: 'moon five' },
  { post: 'bluesky:abb', author: 'nasa', at: '2022-03-08T00:00:00.000Z', text: 'moon six' },
];

let place: TemporaryPlace;
let archive: Archive;

beforeAll(async () => {
  place = await temporaryPlace();
  archive = await openArchive(place.path);
  for (const { post, author, at, text, article, isGone } of posts) {
    const bare = postOf(post, text);
    const content = { ...bare, author: { ...bare.author, handle: author }, createdAt: at };
    const draft = draftOf(post, { content, claim: article === undefined ? null : claimOf(article) });
    await archive.commit(draft);
    if (isGone !== true) continue;
    const observation = { ...draft.observation, state: 'deleted', reason: 'gone' } as const;
    await archive.commit({ ...draft, observation, content: null, source: null, claim: claimOf('news/later.txt') });
  }
});

afterAll(async () => {
  await archive[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

const cases: readonly (readonly [PostQuery, readonly string[]])[] = [
  [{}, ['bluesky:abb', 'bluesky:abc', 'x:4', 'x:30', 'x:200', 'x:9223372036854775807', 'x:~Ab']],
  [{ author: '@Nasa' }, ['bluesky:abb', 'x:4', 'x:30']],
  [{ author: 'esa', state: 'deleted' }, ['x:200']],
  [{ platform: 'bluesky' }, ['bluesky:abb', 'bluesky:abc']],
  [{ since: new Date('2022-03-05') }, ['x:200', 'x:30', 'x:4', 'bluesky:abc', 'bluesky:abb']],
  [{ before: new Date('2022-03-06') }, ['x:~Ab', 'x:200', 'x:30']],
  [{ since: new Date('2022-03-05T10:00Z'), before: new Date('2022-03-07') }, ['x:30', 'x:4']],
  [{ since: new Date('2022-03-05'), author: 'nasa', state: 'live' }, ['x:30', 'x:4', 'bluesky:abb']],
  [{ article: 'news/a.txt' }, ['x:30', 'x:200', 'x:~Ab']],
  [{ article: 'news/later.txt' }, ['x:200']],
  [{ article: 'http://example.org/b' }, ['x:4']],
  [{ article: 'news/a.txt', author: 'esa', before: new Date('2022-03-05') }, ['x:~Ab']],
  [{ article: 'news' }, []],
  // Words: in the order of posting, those whose time is not known last.
  [{ search: 'moon' }, ['x:200', 'x:30', 'x:4', 'bluesky:abc', 'bluesky:abb', 'x:9223372036854775807']],
  [{ search: 'moon', author: 'esa' }, ['x:200', 'bluesky:abc', 'x:9223372036854775807']],
  [{ search: 'mo*', state: 'live', platform: 'x' }, ['x:30', 'x:4', 'x:9223372036854775807']],
  [{ search: 'moon', article: 'news/a.txt' }, ['x:200', 'x:30']],
  [{ search: 'moon', article: 'news/a.txt', author: 'esa' }, ['x:200']],
  [{ search: 'moon', article: 'news/a.txt', since: new Date('2022-03-05T10:00Z') }, ['x:30']],
  [{ search: 'm*', article: 'news/a.txt', before: new Date('2022-03-05T10:00Z') }, ['x:~Ab', 'x:200']],
  [{ search: 'moon', article: 'news/later.txt' }, ['x:200']],
  [{ search: 'venus', article: 'news/a.txt' }, []],
  [{ search: 'moon', since: new Date('2022-03-06') }, ['x:4', 'bluesky:abc', 'bluesky:abb']],
  [{ search: 'moon', since: new Date('2022-03-05T00:00:00.001Z') }, ['x:30', 'x:4', 'bluesky:abc', 'bluesky:abb']],
  [{ search: 'moon', before: new Date('2022-03-05T00:00:00.001Z') }, ['x:200']],
  [
    { search: 'moon', since: new Date('1900-01-01'), before: new Date('2200-01-01') },
    ['x:200', 'x:30', 'x:4', 'bluesky:abc', 'bluesky:abb'],
  ],
];

describe('posts are found by', () => {
  test.each(cases)('%o', async (query, found) => {
    expect((await collect(archive.list(query))).map(({ post }) => post)).toStrictEqual(found);
  });

  test.each(cases)('%o, page by page', async (query, found) => {
    const listed: PostId[] = [];
    for (;;) {
      const page = await collect(archive.list({ ...query, limit: 2, after: listed.at(-1) }));
      listed.push(...page.map(({ post }) => post));
      if (page.length < 2) break;
    }
    expect(listed).toStrictEqual(found);
  });

  test('the same after the index is made anew, whatever the order in which posts are taken in', async () => {
    await archive.reindex();
    for (const [query, found] of cases) {
      expect((await collect(archive.list(query))).map(({ post }) => post).sort()).toStrictEqual(found.toSorted());
    }
    expect(await archive.verify()).toMatchObject({ problems: 0, posts: posts.length });
  });

  test('their new text, and no longer their old one', async () => {
    await archive.commit(draftOf('x:4', { content: postOf('x:4', 'venus') }));
    expect(await collect(archive.list({ search: 'venus' }))).toHaveLength(1);
    expect(await collect(archive.list({ search: 'two' }))).toStrictEqual([]);
  });
});
