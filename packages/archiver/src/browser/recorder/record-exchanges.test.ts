import { zstdCompressSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { hasTestBrowser } from '../../../test/browser/find-test-browser.ts';
import { openLocalWay } from '../../../test/browser/local-way.ts';
import { recordPage } from '../../../test/browser/record-page.ts';
import type { Handler } from '../../../test/local-site.ts';
import { createBrowserHandle } from '../browser-handle.ts';
import { recordExchanges } from './record-exchanges.ts';

const hasBrowser = await hasTestBrowser('the recorder');
const browser = createBrowserHandle();
afterAll(() => browser[Symbol.asyncDispose]());

/** Bytes that are lost when they are taken for text. */
const trickyBodies: Readonly<Record<string, readonly [type: string, body: Buffer]>> = {
  '/latin1': ['text/plain; charset=iso-8859-1', Buffer.from([0x63, 0xe9, 0xe8])],
  '/bom': ['application/json; charset=utf-8', Buffer.from('\uFEFF{}')],
  '/broken': ['text/plain; charset=utf-8', Buffer.from([0x61, 0xff, 0xfe, 0x62])],
  '/utf16': ['text/plain; charset=utf-16le', Buffer.from('hi', 'utf16le')],
  '/script': ['text/javascript', Buffer.from('"žluťoučký 😀"')],
  '/binary': ['application/octet-stream', Buffer.from([0, 1, 255])],
  '/empty': ['text/plain', Buffer.alloc(0)],
};

const diskFull = (): Promise<never> => Promise.reject(new Error('The disk is full'));
const compressed: Handler = (_, response) => {
  response.setHeader('content-encoding', 'zstd');
  response.end(zstdCompressSync('decoded'));
};
const plain: Handler = (_, response) => response.end('plain');

describe.skipIf(!hasBrowser)('recordExchanges', () => {
  test('keeps bodies byte for byte, whatever their charset', async () => {
    const { find, keeper } = await recordPage(browser, Object.keys(trickyBodies), (request, response) => {
      const [type, body] = trickyBodies[request.url ?? ''] ?? ['text/plain', Buffer.from('?')];
      response.writeHead(200, { 'content-type': type, 'content-length': body.length });
      response.end(body);
    });
    const kept = Object.keys(trickyBodies).map((path) => keeper.blobs.get(find(path)?.response?.body?.sha256 ?? ''));
    expect(kept.map((bytes) => bytes && Buffer.from(bytes))).toEqual(
      Object.values(trickyBodies).map(([, body]) => body),
    );
    expect(Object.keys(trickyBodies).map((path) => find(path)?.failure)).toEqual(Array(7).fill(null));
  });

  test('keeps the response head word for word, with repeated fields and cookies apart', async () => {
    const { find } = await recordPage(browser, ['/heads'], (_, response) => {
      response.sendDate = false;
      response.writeHead(
        203,
        'Fine By Me',
        [
          ['Set-Cookie', 'a=1; Path=/'],
          ['Set-Cookie', 'b=2'],
          ['X-Odd', 'one'],
          ['x-odd', 'two'],
          ['Content-Length', '2'],
          ['Connection', 'close'],
        ].flat(),
      );
      response.end('ok');
    });
    expect(find('/heads')?.response).toMatchObject({
      status: 203,
      headSource: 'verbatim',
      head: [
        'HTTP/1.1 203 Fine By Me',
        'Set-Cookie: a=1; Path=/',
        'Set-Cookie: b=2',
        'X-Odd: one',
        'x-odd: two',
        'Content-Length: 2',
        'Connection: close',
        '',
      ].join('\r\n'),
    });
  });

  test('records the request as it went out, its time, protocol and address', async () => {
    const { find } = await recordPage(browser, ['/asked?q=1'], plain);
    const exchange = find('/asked');
    expect(exchange).toMatchObject({ by: 'browser', protocol: 'http/1.1', remoteAddress: '192.0.2.1:443' });
    expect(exchange?.request.head).toMatch(/^GET \/asked\?q=1 HTTP\/1\.1\r\nhost: site\.example\r\n/);
    expect(exchange?.request.head).toMatch(/\r\nAccept-Encoding: identity\r\n/);
    expect(exchange?.request.head).toMatch(/\r\nSec-Fetch-Mode: cors\r\n/);
    expect(exchange?.startedAt).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(exchange?.durationMs).toBeLessThan(10_000);
  });

  test('records each hop of a redirect', async () => {
    const { exchanges, find } = await recordPage(browser, ['/first'], (request, response) => {
      if (request.url === '/first') response.writeHead(302, { location: '/second', 'content-length': 5 }).end('moved');
      else if (request.url === '/second') response.writeHead(307, { location: '/third', 'content-length': 0 }).end();
      else response.end('there');
    });
    expect(exchanges.map(({ url, response }) => `${new URL(url).pathname} ${response?.status}`)).toEqual([
      '/ 200',
      '/first 302',
      '/second 307',
      '/third 200',
    ]);
    expect(find('/first')?.response?.head).toContain('location: /second\r\n');
    expect(find('/first')).toMatchObject({ failure: null, response: { body: null, truncated: 'unspecified' } });
    expect(find('/second')).toMatchObject({ failure: null, response: { body: { bytes: 0 }, truncated: null } });
  });

  test('marks a body that broke off, and keeps what came of it', async () => {
    const { find, keeper } = await recordPage(browser, ['/short', '/reset'], (request, response) => {
      if (request.url === '/reset') {
        response.destroy();
        return;
      }
      response.writeHead(200, { 'content-length': 100 }).write('x'.repeat(40));
      setTimeout(() => response.destroy(), 50);
    });
    expect(find('/short')).toMatchObject({
      failure: 'net::ERR_CONTENT_LENGTH_MISMATCH',
      response: { truncated: 'disconnect', body: { bytes: 40 } },
    });
    expect(keeper.textOf(find('/short')?.response?.body)).toBe('x'.repeat(40));
    expect(find('/reset')).toMatchObject({ failure: 'net::ERR_EMPTY_RESPONSE', response: null });
  });

  test('stops noise before it goes out, and logs it', async () => {
    const { find, requests } = await recordPage(browser, ['/clip.mp4', '/clip.mp4?x', '/clip.mp4x'], plain, {
      noise: ['*.mp4', String.raw`*.mp4\?*`],
    });
    expect(find('/clip.mp4')).toMatchObject({ failure: 'not captured: analytics or a stream', response: null });
    expect(requests.filter((line) => line.includes('clip'))).toEqual(['GET https://site.example/clip.mp4x']);
  });

  test('records preflights, posted bodies, answers without a body, and frames of other sites', async () => {
    const { exchanges, find, keeper } = await recordPage(
      browser,
      ['/none'],
      (request, response) => {
        response.setHeader('access-control-allow-origin', '*');
        response.setHeader('access-control-allow-headers', 'x-own');
        if (request.method === 'OPTIONS' || request.url === '/none') response.writeHead(204).end();
        else response.end(request.url);
      },
      {
        html: `<iframe src="https://other.example/frame"></iframe><script>
          window.more = [
            fetch('/posted', { method: 'POST', body: 'žluť' }),
            fetch('https://api.example/crossed', { headers: { 'x-own': '1' } }),
          ].map((answer) => answer.then((response) => response.text()));
        </script>`,
      },
    );
    expect(find('/none')).toMatchObject({ failure: null, response: { status: 204, body: { bytes: 0 } } });
    expect(keeper.textOf(find('/posted', 'POST')?.request.body)).toBe('žluť');
    expect(find('/crossed', 'OPTIONS')).toMatchObject({ failure: null, response: { status: 204 } });
    expect(keeper.textOf(find('/crossed')?.response?.body)).toBe('/crossed');
    expect(keeper.textOf(find('/frame')?.response?.body)).toBe('/frame');
    expect(exchanges.filter(({ failure }) => failure !== null)).toEqual([]);
  });

  test('shows true requests, for a service worker gets no say', async () => {
    const { find, requests } = await recordPage(
      browser,
      ['/asked'],
      (request, response) => {
        response.setHeader('content-type', 'text/javascript');
        if (request.url !== '/worker.js') response.end('true');
        else response.end("addEventListener('fetch', (event) => event.respondWith(new Response('hidden')))");
      },
      { html: "<script>navigator.serviceWorker?.register('/worker.js').catch(() => {})</script>" },
    );
    expect(find('/asked')?.response?.status).toBe(200);
    expect(requests).toContain('GET https://site.example/asked');
  });

  test("says of a worker's requests that they were made", async () => {
    const { exchanges, find } = await recordPage(
      browser,
      ['/wait'],
      (request, response) => {
        if (request.url === '/worker.js') {
          response.setHeader('content-type', 'text/javascript');
          response.end('fetch("/hidden").then((r) => r.text()).then(postMessage)');
        } else if (request.url === '/wait') setTimeout(() => response.end(), 250);
        else response.end('hidden');
      },
      { html: '<script>new Worker("/worker.js")</script>' },
    );
    expect(find('/hidden')?.failure).toMatch(/^not recorded: sent by a worker/);
    expect(exchanges.filter(({ failure }) => failure?.startsWith('not recorded')).length).toBe(1);
  });

  test('takes compressed answers where any coding may come, and keeps them decoded', async () => {
    const identity = await recordPage(browser, ['/packed'], compressed);
    expect(identity.find('/packed')?.failure).toBe('net::ERR_CONTENT_DECODING_FAILED');
    const any = await recordPage(browser, ['/packed'], compressed, { encodings: 'any' });
    expect(any.find('/packed')).toMatchObject({ failure: null, response: { truncated: null } });
    expect(any.keeper.textOf(any.find('/packed')?.response?.body)).toBe('decoded');
  });

  test('closes the page when nothing more can be kept, and throws why', async () => {
    await using way = await openLocalWay(plain);
    await using capture = await browser.openPage({
      proxy: way.proxy,
      encodings: 'identity',
      signal: AbortSignal.timeout(10_000),
    });
    const recording = await recordExchanges(capture, { keep: diskFull });
    const closed = capture.page.waitForEvent('close');
    await capture.page.goto('https://site.example/').catch(() => {});
    await closed;
    await expect(recording.finish()).rejects.toThrow('The disk is full');
  });
});
