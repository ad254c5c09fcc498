import { createSocket } from 'node:dgram';
import { afterAll, describe, expect, test } from 'vitest';
import { hasTestBrowser } from '../../test/browser/find-test-browser.ts';
import { openLocalWay } from '../../test/browser/local-way.ts';
import { createBrowserHandle } from './browser-handle.ts';
import type { CaptureOptions } from './capture-context.ts';
import { NoBrowserError } from './no-browser-error.ts';

const hasBrowser = await hasTestBrowser('the browser handle');
const way = await openLocalWay((request, response) => {
  response.setHeader('content-type', 'text/html');
  if (request.url === '/busy') response.end('<script>for (;;);</script>');
  else response.end(`<title>${request.headers.host}${request.url}</title>`);
});
const shared = createBrowserHandle();
afterAll(async () => {
  await shared[Symbol.asyncDispose]();
  await way[Symbol.asyncDispose]();
});

const capture = (signal = AbortSignal.timeout(10_000)): CaptureOptions => ({
  proxy: way.proxy,
  encodings: 'identity',
  signal,
});

describe('createBrowserHandle', () => {
  test('says that there is no browser, and looks again the next time', async () => {
    let looked = 0;
    await using handle = createBrowserHandle({
      find: () => Promise.reject(new NoBrowserError(`No browser was found (${(looked += 1)}).`, [])),
    });
    await expect(handle.openPage(capture())).rejects.toThrow(NoBrowserError);
    await expect(handle.openPage(capture())).rejects.toThrow('No browser was found (2).');
    expect(handle.product).toBeNull();
  });

  test('says of each browser why it does not start', async () => {
    await using handle = createBrowserHandle({
      find: async () => [
        { executable: '/bin/true', foundBy: 'system' },
        { executable: '/no/such', foundBy: 'system' },
      ],
    });
    await expect(handle.openPage(capture())).rejects.toThrow(
      /^No browser starts on this machine\.\n {2}- \/bin\/true: it ended at once, .*\n {2}- \/no\/such: .*\nRun `embalm doctor/,
    );
  });

  test('does not start what is aborted before', async () => {
    await using handle = createBrowserHandle({ find: () => Promise.reject(new Error('not to be asked')) });
    await expect(handle.openPage(capture(AbortSignal.abort(new Error('Interrupted'))))).rejects.toThrow('Interrupted');
  });
});

describe.skipIf(!hasBrowser)('createBrowserHandle, with a browser', () => {
  test('starts the next browser where the first does not start', async () => {
    const { findBrowser } = await import('./find-browser.ts');
    const good = await findBrowser();
    await using handle = createBrowserHandle({
      find: async () => [{ executable: '/bin/true', foundBy: 'system' }, good],
    });
    await using opened = await handle.openPage(capture());
    expect(opened.page.url()).toBe('about:blank');
    expect(handle.product).toMatch(/^[A-Za-z]+\/\d+\.\d+\.\d+\.\d+$/);
  });

  test('reaches every host through the proxy only, this machine too', async () => {
    await using opened = await shared.openPage(capture());
    await opened.page.goto('https://site.example/a');
    expect(await opened.page.title()).toBe('site.example/a');
    await opened.page.goto('http://127.0.0.1:4321/b');
    expect(await opened.page.title()).toBe('127.0.0.1:4321/b');
    expect(way.asked).toContain('site.example:443');
  });

  test('sends nothing past the proxy by WebRTC', async () => {
    const socket = createSocket('udp4');
    let datagrams = 0;
    socket.on('message', () => (datagrams += 1));
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
    await using opened = await shared.openPage(capture());
    const gathered = await opened.page.evaluate(async (port) => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
      connection.createDataChannel('any');
      await connection.setLocalDescription(await connection.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 300));
      return connection.localDescription?.sdp.includes('candidate') ?? true;
    }, socket.address().port);
    socket.close();
    expect([gathered, datagrams]).toEqual([false, 0]);
  });

  test('is the same everywhere: English, UTC, two pixels per pixel, light, unmoving', async () => {
    await using opened = await shared.openPage(capture());
    const seen = await opened.page.evaluate(() => [
      navigator.language,
      new Date(0).getTimezoneOffset(),
      new Intl.DateTimeFormat().resolvedOptions().timeZone,
      devicePixelRatio,
      innerWidth,
      matchMedia('(prefers-reduced-motion: reduce)').matches,
      matchMedia('(prefers-color-scheme: light)').matches,
    ]);
    expect(seen).toEqual(['en-US', 0, 'UTC', 2, 598, true, true]);
  });

  test('opens a page after a crash, in a new browser', async () => {
    {
      await using opened = await shared.openPage(capture());
      const session = await opened.context.browser()?.newBrowserCDPSession();
      await session?.send('Browser.crash').catch(() => {});
      await expect(opened.page.evaluate(() => 1)).rejects.toThrow(/closed/);
    }
    await using again = await shared.openPage(capture());
    expect(await again.page.evaluate(() => 1)).toBe(1);
  });

  test('ends a page that keeps its process busy when the signal aborts', async () => {
    const stop = new AbortController();
    await using opened = await shared.openPage(capture(stop.signal));
    const title = opened.page.goto('http://site.example/busy').then(() => opened.page.title());
    setTimeout(() => stop.abort(), 300);
    await expect(title).rejects.toThrow(/closed/);
  });

  test('closes windows that a page opens, and dismisses its dialogs', async () => {
    await using opened = await shared.openPage(capture());
    const confirmed = await opened.page.evaluate(() => {
      window.open('about:blank');
      return confirm('Leave?');
    });
    expect(confirmed).toBe(false);
    await expect.poll(() => opened.context.pages().length).toBe(1);
  });

  test('gives a browser that has done its share a successor, and ends it with its last page', async () => {
    await using handle = createBrowserHandle({ pagesPerBrowser: 2, successorWaitsMs: 10 });
    const [one, two, three] = [
      await handle.openPage(capture()),
      await handle.openPage(capture()),
      await handle.openPage(capture()),
    ];
    const [first, second, third] = [one, two, three].map(({ context }) => context.browser());
    expect([second === first, third === first]).toEqual([true, false]);
    await one[Symbol.asyncDispose]();
    expect(first?.isConnected()).toBe(true);
    await two[Symbol.asyncDispose]();
    await expect.poll(() => first?.isConnected()).toBe(false);
    expect(await three.page.evaluate(() => 1)).toBe(1);
    await three[Symbol.asyncDispose]();
    expect(third?.isConnected()).toBe(true);
  });

  test('starts a successor once the last page is done', async () => {
    await using handle = createBrowserHandle({ pagesPerBrowser: 1 });
    const one = await handle.openPage(capture());
    const opening = handle.openPage(capture());
    const first = one.context.browser();
    expect(await Promise.race([opening, new Promise((resolve) => setTimeout(resolve, 100, 'waits'))])).toBe('waits');
    await one[Symbol.asyncDispose]();
    await using two = await opening;
    expect(first?.isConnected()).toBe(false);
    expect(await two.page.evaluate(() => 1)).toBe(1);
  });

  test('leaves no context behind, however captures end', async () => {
    await using handle = createBrowserHandle();
    const opened = await handle.openPage(capture());
    const browser = opened.context.browser();
    const stop = new AbortController();
    const pages = await Promise.all([1, 2, 3, 4].map(() => handle.openPage(capture(stop.signal))));
    const [crashed] = pages;
    await crashed?.page.goto('chrome://crash', { timeout: 2000 }).catch(() => {});
    stop.abort(new Error('Interrupted'));
    await Promise.all(pages.map((page) => page[Symbol.asyncDispose]()));
    await opened[Symbol.asyncDispose]();
    expect([browser?.isConnected(), browser?.contexts().length]).toEqual([true, 0]);
  });

  test('leaves no process behind', async () => {
    const handle = createBrowserHandle();
    const opened = await handle.openPage(capture());
    const browser = opened.context.browser();
    await handle[Symbol.asyncDispose]();
    expect(browser?.isConnected()).toBe(false);
    await expect(handle.openPage(capture())).rejects.toThrow('The browser has been put away');
    await opened[Symbol.asyncDispose]();
  });
});
