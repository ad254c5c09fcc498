import { describe, expect, it } from 'vitest';
import { type FakeAnswer, openFakeDoor } from '../../test/fake-door.ts';
import { fakeIndex, fakeMemento, type IndexRow } from '../../test/fake-index.ts';
import {
  graphqlAnswer,
  graphqlPost,
  legacyPage,
  oembedAnswer,
  v1Post,
  v2Answer,
} from '../../test/payloads/one-post.ts';
import { tweetResult } from '../../test/tweet-result.ts';
import { indexUrl } from '../wayback/list-captures.ts';
import type { Answer } from './source.ts';
import { wayback } from './wayback.ts';

const post = 'x:1500127395262201857';
const page = 'twitter.com/ada_example/status/1500127395262201857';
const row = (timestamp: string, original = `https://${page}`, mediaType = 'text/html'): IndexRow => [
  timestamp,
  original,
  mediaType,
];

/** An archive that has nothing but these. */
async function observe(
  answers: Readonly<Record<string, FakeAnswer>>,
  handle: string | null = 'ada_example',
): Promise<Answer & { readonly asked: readonly string[] }> {
  const door = openFakeDoor(
    new Proxy(answers, {
      get: (known, url: string) => known[url] ?? (url.includes('/cdx/') ? { status: 200, body: '[]' } : undefined),
    }),
  );
  const answer = await wayback.observe(post, {
    door,
    keep: () => Promise.reject(new Error('Not needed')),
    hint: { handle, date: '2022-03-05' },
    timeoutMs: 1000,
    signal: AbortSignal.timeout(9999),
  });
  return { ...answer, asked: door.asked };
}

describe('wayback', () => {
  it('shows a post as it was, and says when and where', async () => {
    const capture = row('20220307101500');
    const answer = await observe({ ...fakeIndex(page, [capture]), ...fakeMemento(capture, legacyPage) });
    expect(answer.observation).toMatchObject({
      state: 'live',
      source: 'wayback',
      at: '2022-03-07T10:15:00.000Z',
      post: {
        id: post,
        text: 'Tom & Jerry 🚀 #ISS $TSLA @NASA https://t.co/aaaaaaaaaa',
        counts: { asOf: '2022-03-07T10:15:00.000Z' },
      },
    });
    const url = `https://web.archive.org/web/20220307101500id_/https://${page}`;
    expect(answer.memento).toEqual({ url, original: `https://${page}`, at: '2022-03-07T10:15:00.000Z' });
    expect(answer.files).toMatchObject({
      'memento/page.html': { mediaType: 'text/html', role: 'document', from: url },
    });
    // Three hosts' indexes, and the page.
    expect(answer.exchanges).toHaveLength(4);
  });

  it.each([
    ['v1.1', v1Post],
    ['v2', v2Answer],
    ['GraphQL', graphqlAnswer(graphqlPost('new'))],
    ['syndication', tweetResult()],
    ['oEmbed', oembedAnswer],
  ])('reads an answer of %s', async (_, payload) => {
    const capture = row('20220307101500', undefined, 'application/json');
    const answer = await observe({ ...fakeIndex(page, [capture]), ...fakeMemento(capture, JSON.stringify(payload)) });
    expect(answer.observation).toMatchObject({ state: 'live', post: { id: post } });
    expect(answer.files).toMatchObject({ 'memento/payload.json': { role: 'payload' } });
  });

  it('takes answers before pages, and the nearest to the day of the post', async () => {
    const rows = [
      row('20220305160000'),
      row('20260101000000', undefined, 'application/json'),
      row('20220306000000', undefined, 'application/json'),
      row('20220309000000', undefined, 'application/json'),
    ];
    const mementos = rows.slice(1).map((capture) => fakeMemento(capture, JSON.stringify(v1Post)));
    const answer = await observe(Object.assign({}, fakeIndex(page, rows), ...mementos) as Record<string, FakeAnswer>);
    expect(answer.memento?.at).toBe('2022-03-06T00:00:00.000Z');
  });

  it('goes on to the next capture if one shows nothing', async () => {
    const shell = row('20220305160000');
    const good = row('20230101000000');
    const answer = await observe({
      ...fakeIndex(page, [shell, good]),
      ...fakeMemento(shell, '<!doctype html><title>X</title>'),
      ...fakeMemento(good, legacyPage),
    });
    expect(answer.memento?.at).toBe('2023-01-01T00:00:00.000Z');
  });

  it('checks the id of a URL that begins alike, and that of the payload', async () => {
    const longer = row('20220307101500', `https://${page}0`);
    const foreign = row('20220308101500', undefined, 'application/json');
    const answer = await observe({
      ...fakeIndex(page, [longer, foreign]),
      ...fakeMemento(longer, legacyPage),
      ...fakeMemento(foreign, JSON.stringify({ ...v1Post, id_str: '20' })),
    });
    expect(answer.observation).toMatchObject({ state: 'unavailable', reason: 'no capture of it can be read' });
    expect(answer.asked.filter((url) => url.includes('/web/2'))).toHaveLength(1);
  });

  it('finds captures with a query, of a photo, on the other hosts and without the author', async () => {
    const places = [
      [page, `https://${page}?s=20`],
      [page, `https://${page}/photo/1`],
      ['x.com/ada_example/status/1500127395262201857', 'https://x.com/Ada_Example/status/1500127395262201857'],
      ['mobile.twitter.com/ada_example/status/1500127395262201857', `https://mobile.${page}`],
      ['twitter.com/i/web/status/1500127395262201857', 'https://twitter.com/i/web/status/1500127395262201857'],
      ['x.com/i/status/1500127395262201857', 'https://x.com/i/status/1500127395262201857'],
      ['twitter.com/statuses/1500127395262201857', 'http://twitter.com/statuses/1500127395262201857'],
      [
        'publish.twitter.com/oembed?url=https://twitter.com/ada_example/status/1500127395262201857',
        `https://publish.twitter.com/oembed?url=https://${page}`,
      ],
    ] as const;
    for (const [start, original] of places) {
      const capture = row('20220307101500', original);
      const answer = await observe({ ...fakeIndex(start, [capture]), ...fakeMemento(capture, legacyPage) });
      expect(answer.memento?.original, start).toBe(original);
    }
    expect(places).toHaveLength(8);
  });

  it('is led to the nearest capture, but never away from the archive', async () => {
    const capture = row('20220307101500');
    const near = row('20220307101733');
    const answers = fakeIndex(page, [capture]);
    const at = `https://web.archive.org/web/20220307101500id_/https://${page}`;
    const led = await observe({
      ...answers,
      [at]: { status: 302, headers: { location: `/web/20220307101733id_/https://${page}` } },
      ...fakeMemento(near, legacyPage),
    });
    expect(led.memento?.at).toBe('2022-03-07T10:17:33.000Z');
    const away = await observe({ ...answers, [at]: { status: 302, headers: { location: 'https://x.com/' } } });
    expect(away.observation.state).toBe('unavailable');
    expect(away.asked.some((url) => url.startsWith('https://x.com/'))).toBe(false);
  });

  it('believes the archive about when it captured', async () => {
    const capture = row('20220307101500');
    const answer = await observe({
      ...fakeIndex(page, [capture]),
      [`https://web.archive.org/web/20220307101500id_/https://${page}`]: {
        status: 200,
        body: legacyPage,
        headers: { 'memento-datetime': 'Mon, 07 Mar 2022 10:15:02 GMT' },
      },
    });
    expect(answer.observation.at).toBe('2022-03-07T10:15:02.000Z');
  });

  it.each([
    ['has nothing', { status: 200, body: '[]' }, 'unavailable', 'the Internet Archive has no capture of it'],
    ['has said nothing', { status: 200, body: '' }, 'unavailable', 'the Internet Archive has no capture of it'],
    ['is busy', { status: 503 }, 'unreachable', 'its index answered HTTP 503'],
    ['sends a page', { status: 200, body: '<html>' }, 'unreachable', 'its index cannot be read'],
    ['cannot be reached', 'offline', 'unreachable', expect.stringContaining('its name is not known')],
  ] satisfies readonly (readonly [string, FakeAnswer, string, unknown])[])(
    'says that it %s',
    async (_, fake, state, reason) => {
      const answer = await observe({ [indexUrl(page)]: fake });
      expect(answer.observation).toMatchObject({ state, reason, source: 'wayback' });
      expect(answer.memento).toBeUndefined();
    },
  );

  it('asks only for what does not name the author, if nobody knows who that is', async () => {
    const { asked } = await observe({}, null);
    expect(asked.length).toBeGreaterThanOrEqual(5);
    expect(asked.every((url) => !url.includes('ada_example'))).toBe(true);
  });

  it('ends in time', async () => {
    const door = {
      ...openFakeDoor({}),
      ask: ({ signal }: { signal?: AbortSignal | undefined }) => untilAborted(signal),
    };
    const answer = await wayback.observe(post, {
      door,
      keep: () => Promise.reject(new Error('Not needed')),
      timeoutMs: 20,
      signal: AbortSignal.timeout(9999),
    });
    expect(answer.observation).toMatchObject({ state: 'unreachable', reason: 'it was not done within 20 ms' });
  });
});

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });
}
