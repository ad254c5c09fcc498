import { toPostId } from '@embalm/post';
import { afterAll, describe, expect, test } from 'vitest';
import { serveEmbed, type EmbedSite, tweetPayload } from '../../test/browser/embed-site.ts';
import { hasTestBrowser } from '../../test/browser/find-test-browser.ts';
import { openFakeDoor } from '../../test/fake-door.ts';
import { openLocalWay } from '../../test/browser/local-way.ts';
import type { Handler } from '../../test/local-site.ts';
import { createMemoryKeeper } from '../../test/memory-keeper.ts';
import { createBrowserHandle } from '../browser/browser-handle.ts';
import { NoBrowserError } from '../browser/no-browser-error.ts';
import type { BrowserProxy, Door } from '../door/door.ts';
import type { SourceContext } from './source.ts';
import { createXEmbed } from './x-embed.ts';

const hasBrowser = await hasTestBrowser('the embed page');
const browser = createBrowserHandle();
afterAll(() => browser[Symbol.asyncDispose]());

const id = '1500239263398612997';
const post = toPostId('x', id);

const json =
  (body: string, status = 200, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(body);
const live = json(tweetPayload(id, 'Žluť 🚀'));

/** With ever more time, until the page has come as far as it should: how fast it is hangs on the machine. */
async function observeInTime(
  site: EmbedSite,
  hasComeFar: (answer: Awaited<ReturnType<typeof observe>>) => boolean,
  timeoutMs = 700,
) {
  const answer = await observe(site, { timeoutMs });
  if (hasComeFar(answer) || timeoutMs > 30_000) return { ...answer, timeoutMs };
  return observeInTime(site, hasComeFar, timeoutMs * 3);
}

async function observe(site: EmbedSite, options: Partial<SourceContext> = {}, handle = browser) {
  await using way = await openLocalWay(serveEmbed(site));
  const keeper = createMemoryKeeper();
  const answer = await createXEmbed(handle).observe(post, {
    door: browserDoor(way.proxy),
    keep: (bytes) => keeper.keep(bytes),
    timeoutMs: 10_000,
    signal: new AbortController().signal,
    ...options,
  });
  return { ...answer, keeper, requests: [...way.requests] };
}

const diskFull = (): Promise<never> => Promise.reject(new Error('The disk is full'));
const browserDoor = (proxy: BrowserProxy): Door => ({
  ...openFakeDoor({}),
  ask: () => Promise.reject(new Error('the page asks, not the program')),
  openBrowserProxy: async () => proxy,
});

describe.skipIf(!hasBrowser)('x-embed', () => {
  test('brings the post, its payload byte for byte, pictures in both themes, and every exchange', async () => {
    const { observation, diagnostics, files, keeper, exchanges, requests } = await observe({ payload: live });
    expect(observation).toMatchObject({ state: 'live', source: 'x-embed', post: { id: post, text: 'Žluť 🚀' } });
    expect(observation.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(diagnostics).toEqual([]);
    expect(Object.keys(files)).toEqual(['payload/syndication.json', 'screenshot/light.png', 'screenshot/dark.png']);
    expect(keeper.textOf(files['payload/syndication.json'])).toBe(tweetPayload(id, 'Žluť 🚀'));
    expect(files['payload/syndication.json']).toMatchObject({
      role: 'payload',
      mediaType: 'application/json',
      from: `https://cdn.syndication.twimg.com/tweet-result?id=${id}&lang=en&token=4`,
    });
    const [light, dark] = [files['screenshot/light.png'], files['screenshot/dark.png']];
    expect(light).toMatchObject({ role: 'screenshot', mediaType: 'image/png', from: null, width: 1092 });
    expect(dark?.height).toBe(light?.height);
    expect(dark?.sha256).not.toBe(light?.sha256);
    expect(keeper.blobs.get(light?.sha256 ?? '')?.subarray(1, 4)).toEqual(Buffer.from('PNG'));

    // Nothing goes to analytics, and what may be cached is asked for once.
    const lines = exchanges.map(({ url, failure }) => `${new URL(url).host}${new URL(url).pathname} ${failure}`);
    const page = 'platform.twitter.com/embed/Tweet.html null';
    const noise = 'syndication.twitter.com/i/jot not captured: analytics or a stream';
    const payload = 'cdn.syndication.twimg.com/tweet-result null';
    const assets = ['platform.twitter.com/embed/embed.js null', 'pbs.twimg.com/media/pixel.png null'];
    expect(lines.toSorted()).toEqual([page, noise, payload, page, noise, payload].concat(assets).sort());
    expect(requests.length).toBe(6);
  });

  test.each([
    ['404', json('', 404), { state: 'unavailable', reason: 'HTTP 404' }],
    ['{}', json('{}'), { state: 'unavailable', reason: 'an empty payload' }],
    ['500', json('', 500), { state: 'unreachable', reason: 'HTTP 500' }],
    ['no JSON', json('<html>'), { state: 'unreachable' }],
    ['another post', json(tweetPayload('20', 'just setting up')), { state: 'unreachable' }],
    [
      'a tombstone',
      json(
        JSON.stringify({
          __typename: 'TweetTombstone',
          tombstone: { text: { text: 'This Post was deleted by the Post author. Learn more', entities: [] } },
        }),
      ),
      { state: 'deleted', reason: 'This Post was deleted by the Post author. Learn more' },
    ],
  ])('says what %s means, and keeps the answer as evidence', async (_, payload, expected) => {
    const { observation, exchanges, files } = await observe({ payload });
    expect(observation).toMatchObject(expected);
    expect(exchanges.some(({ url, response }) => url.includes('tweet-result') && response !== null)).toBe(true);
    expect(Object.keys(files).filter((name) => name.startsWith('screenshot/'))).toEqual([]);
  });

  test('says when a 429 ends', async () => {
    const reset = Math.floor(Date.now() / 1000) + 600;
    const { observation } = await observe({ payload: json('', 429, { 'x-rate-limit-reset': `${reset}` }) });
    const until = new Date(reset * 1000).toISOString();
    expect(observation).toMatchObject({ state: 'unreachable', reason: `HTTP 429, no requests before ${until}` });
  });

  test('says that the page itself is not there', async () => {
    const { observation } = await observe({ payload: live, page: json('', 503) });
    expect(observation).toMatchObject({ state: 'unreachable', reason: 'the embed page answers HTTP 503' });
  });

  test('says that there is no way to the page', async () => {
    const proxy = { url: 'http://127.0.0.1:9', acceptProxyCertificates: false, addressOf: () => null };
    const { observation, exchanges } = await observe({ payload: live }, { door: browserDoor(proxy) });
    expect(observation.state === 'unreachable' && observation.reason).toMatch(/^net::ERR_PROXY_CONNECTION_FAILED at /);
    expect(exchanges.map(({ failure }) => failure)).toEqual(['net::ERR_PROXY_CONNECTION_FAILED']);
  });

  test('keeps a post that is never drawn, without pictures, when its time is up', async () => {
    const { observation, files } = await observeInTime(
      {
        payload: live,
        page: (_, response) => {
          response.setHeader('content-type', 'text/html');
          response.end(`<script>fetch('https://cdn.syndication.twimg.com/tweet-result?id=${id}').then((answer) => {
            answer.text().then(() => setTimeout(() => { for (;;); }, 100)) })</script>`);
        },
      },
      (answer) => answer.observation.state === 'live',
    );
    expect(observation.state).toBe('live');
    expect(Object.keys(files)).toEqual(['payload/syndication.json']);
  });

  test('ends at its deadline when the payload does not come', async () => {
    const { observation, exchanges, timeoutMs } = await observeInTime({ payload: () => {} }, (answer) =>
      answer.requests.some((url) => url.includes('tweet-result')),
    );
    expect(observation).toMatchObject({ state: 'unreachable', reason: `it was not done within ${timeoutMs} ms` });
    const pending = exchanges.find(({ url }) => url.includes('tweet-result'));
    expect(pending).toMatchObject({ response: null, failure: 'the capture ended before an answer came' });
  });

  test('loads the page again where a server compresses what nobody asked it to', async () => {
    const { gzipSync } = await import('node:zlib');
    const body = gzipSync(tweetPayload(id, 'packed'));
    const payload: Handler = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(body);
    };
    const { observation, keeper, files } = await observe({ payload });
    expect(observation).toMatchObject({ state: 'live', post: { text: 'packed' } });
    expect(keeper.textOf(files['payload/syndication.json'])).toBe(tweetPayload(id, 'packed'));
  });

  test('throws the reason of an abort, and the next capture is unharmed', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('Interrupted')), 200);
    await expect(observe({ payload: () => {} }, { signal: controller.signal })).rejects.toThrow('Interrupted');
    expect((await observe({ payload: json('{}') })).observation.state).toBe('unavailable');
  });

  test('ends whenever it is aborted, also while its page is still opening', async () => {
    const ends: string[] = [];
    for (let ms = 0; ms < 60; ms += 4) {
      const signal = AbortSignal.timeout(ms);
      const { message } = await observe({ payload: () => {} }, { signal }).then(
        () => new Error('It answered'),
        (error: Error) => error,
      );
      ends.push(message);
    }
    expect([ends.length, new Set(ends)]).toEqual([15, new Set(['The operation was aborted due to timeout'])]);
  });

  test('begins again in another browser when the first went away', async () => {
    const asked = Promise.withResolvers<void>();
    let times = 0;
    const crashed = observe({
      payload: (request, response) => {
        times += 1;
        if (times === 1) asked.resolve();
        else json('{}')(request, response);
      },
    });
    await asked.promise;
    await using capture = await browser.openPage({
      proxy: { url: 'http://127.0.0.1:9', acceptProxyCertificates: false, addressOf: () => null },
      encodings: 'any',
      signal: new AbortController().signal,
    });
    const session = await capture.context.browser()?.newBrowserCDPSession();
    await session?.send('Browser.crash').catch(() => {});
    // It had no pages that anybody heard of: the visit begins again in another browser.
    expect((await crashed).observation).toMatchObject({ state: 'unavailable', reason: 'an empty payload' });
    expect((await observe({ payload: json('{}') })).observation.state).toBe('unavailable');
  });

  test('throws what keeping bytes threw', async () => {
    await expect(observe({ payload: live }, { keep: diskFull })).rejects.toThrow('The disk is full');
  });
});

describe('x-embed without a browser', () => {
  test('throws that there is none', async () => {
    await using none = createBrowserHandle({ find: () => Promise.reject(new NoBrowserError('None.', [])) });
    await expect(observe({ payload: live }, {}, none)).rejects.toThrow(NoBrowserError);
  });
});
