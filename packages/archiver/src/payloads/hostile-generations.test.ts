import { parsePost } from '@embalm/post';
import { assert as check, constantFrom, dictionary, jsonValue, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fxtwitterAnswer,
  fxtwitterStatus,
  graphqlPost,
  legacyPage,
  oembedAnswer,
  v1Post,
  v2Answer,
  vxtwitterAnswer,
} from '../../test/payloads/one-post.ts';
import { readAt as at } from '../../test/read-payload.ts';
import { nobody } from './parts/author.ts';
import type { PayloadReading } from './payload-reading.ts';
import { readFxtwitterPayload } from './read-fxtwitter-payload.ts';
import { readGraphqlPayload } from './read-graphql-payload.ts';
import { readPage } from './read-page.ts';
import { readOembedPayload } from './read-oembed-payload.ts';
import { readV1Payload } from './read-v1-payload.ts';
import { readV2Payload } from './read-v2-payload.ts';
import { readVxtwitterPayload } from './read-vxtwitter-payload.ts';
import { readXExportPayload } from './read-x-export-payload.ts';

type Json = Readonly<Record<string, unknown>>;

const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
const v2Tweet = v2Answer['data'] as Json;

const generations: readonly {
  readonly name: string;
  readonly keys: readonly string[];
  readonly read: (fields: Json) => PayloadReading;
}[] = [
  { name: 'v1.1', keys: Object.keys(v1Post), read: (fields) => readV1Payload({ ...v1Post, ...fields }, { at }) },
  {
    name: 'GraphQL',
    keys: [...Object.keys(graphqlPost('new')), 'note_tweet', 'card', 'quoted_status_result', 'tweet'],
    read: (fields) => readGraphqlPayload(graphqlPost('new', fields), { at }),
  },
  {
    name: 'legacy within GraphQL',
    keys: [...Object.keys(v1Post), 'retweeted_status_result'],
    read: (fields) =>
      readGraphqlPayload(graphqlPost('old', { legacy: { ...(graphqlPost('old')['legacy'] as Json), ...fields } }), {
        at,
      }),
  },
  {
    name: 'v2',
    keys: Object.keys(v2Tweet),
    read: (fields) => readV2Payload({ ...v2Answer, data: { ...v2Tweet, ...fields } }, { at }),
  },
  {
    name: 'oEmbed',
    keys: Object.keys(oembedAnswer),
    read: (fields) => readOembedPayload({ ...oembedAnswer, ...fields }),
  },
  {
    name: 'FxTwitter',
    keys: [...Object.keys(fxtwitterStatus), 'quote', 'card', 'poll', 'article', 'replying_to_status'],
    read: (fields) => readFxtwitterPayload(fxtwitterAnswer(fields), { at }),
  },
  {
    name: 'VxTwitter',
    keys: Object.keys(vxtwitterAnswer),
    read: (fields) => readVxtwitterPayload({ ...vxtwitterAnswer, ...fields }, { at }),
  },
  {
    name: 'an export',
    keys: Object.keys(v1Post),
    read: (fields) => readXExportPayload({ tweet: { ...v1Post, ...fields } }, { at, author: nobody }),
  },
];

describe.each(generations)('hostile payloads of $name', ({ keys, read }) => {
  it('give a sound post, or none', () => {
    const names = constantFrom(...keys, 'text', 'indices', 'url', 'type', '__proto__', 'constructor');
    let live = 0;
    check(
      property(dictionary(names, jsonValue({ maxDepth: 4 })), (fields) => {
        const reading = read(fields);
        if (reading.kind !== 'live') return;
        live += 1;
        expect(parsePost(reading.post)).toEqual(reading.post);
      }),
      { seed: 20, numRuns: 300 },
    );
    expect(live).toBeGreaterThan(20);
  });

  it('may nest a hundred thousand deep (safe)', () => {
    for (const key of keys) expect(() => read({ [key]: deep })).not.toThrow();
    expect(keys.length).toBeGreaterThan(5);
  });
});

describe('hostile pages', () => {
  it('may nest a hundred thousand deep (safe)', () => {
    const page = legacyPage.replace('Tom', `${'<b>'.repeat(100_000)}Tom${'</b>'.repeat(100_000)}`);
    expect(readPage(page, { at })[0]).toMatchObject({ kind: 'live', post: { author: { handle: 'ada_example' } } });
  });

  it('may name anything as an id, a handle, a time (safe)', () => {
    const page = legacyPage
      .replaceAll('data-tweet-id="1500127395262201857"', 'data-tweet-id="20"')
      .replaceAll('data-screen-name="ada_example"', 'data-screen-name="../../etc"');
    expect(readPage(page, { at })[0]).toMatchObject({
      post: { id: 'x:20', author: { handle: '' }, url: 'https://x.com/i/status/20' },
    });
    expect(readPage(page.replaceAll('"20"', '"~20"'), { at })[0]).toMatchObject({ kind: 'unreadable' });
  });

  it('are read in time in proportion to their length', () => {
    const start = process.threadCpuUsage();
    expect(readPage('<a class="tweet '.repeat(100_000), { at })[0].kind).toBe('unreadable');
    expect(readPage('<p class="permalink-tweet">'.repeat(50_000), { at })[0].kind).toBe('unreadable');
    expect(process.threadCpuUsage(start).user).toBeLessThan(3e6);
  });
});
