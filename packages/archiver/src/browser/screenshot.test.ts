import { afterAll, describe, expect, test } from 'vitest';
import { hasTestBrowser } from '../../test/browser/find-test-browser.ts';
import { openLocalWay } from '../../test/browser/local-way.ts';
import { createBrowserHandle } from './browser-handle.ts';
import { takeScreenshot } from './screenshot.ts';
import { waitUntilDrawn } from './wait-until-drawn.ts';

const hasBrowser = await hasTestBrowser('screenshots');
const browser = createBrowserHandle();
afterAll(() => browser[Symbol.asyncDispose]());

async function openPage(html: string) {
  const asked: string[] = [];
  const way = await openLocalWay((request, response) => {
    if (request.url === '/') {
      response.writeHead(200, { 'content-type': 'text/html' }).end(html);
    } else {
      asked.push(request.url ?? '');
      setTimeout(() => response.writeHead(404).end(), 100);
    }
  });
  const capture = await browser.openPage({ proxy: way.proxy, encodings: 'any', signal: AbortSignal.timeout(10_000) });
  await capture.page.goto('https://site.example/', { waitUntil: 'domcontentloaded' });
  return {
    page: capture.page,
    asked,
    async [Symbol.asyncDispose]() {
      await capture[Symbol.asyncDispose]();
      await way[Symbol.asyncDispose]();
    },
  };
}

const style = '<!doctype html><style>body { margin: 0 } article { width: 300px; background: teal }</style>';

describe.skipIf(!hasBrowser)('takeScreenshot', () => {
  test('pictures the element alone, two pixels per pixel, below the fold too', async () => {
    await using opened = await openPage(`${style}<p style="height: 2000px"></p><article style="height: 50px">`);
    const { bytes, width, height } = await takeScreenshot(opened.page, 'article');
    expect([width, height]).toEqual([600, 100]);
    const [one, two] = [bytes, (await takeScreenshot(opened.page, 'article')).bytes];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  test('cuts what is taller than any post', async () => {
    await using opened = await openPage(`${style}<article style="height: 1000000px">`);
    const { width, height } = await takeScreenshot(opened.page, 'article');
    expect([width, height]).toEqual([600, 16_000]);
  });
});

describe.skipIf(!hasBrowser)('waitUntilDrawn', () => {
  test('waits for images that come late or not at all, far below the fold too', async () => {
    const images = '<img src="/late"><p style="height: 9000px"></p><img loading="lazy" src="/lazy">';
    await using opened = await openPage(`${style}<article>${images}</article>`);
    await waitUntilDrawn(opened.page, 'article');
    expect(opened.asked.toSorted()).toEqual(['/late', '/lazy']);
    expect(await opened.page.evaluate(() => [...document.images].every((image) => image.complete))).toBe(true);
  });

  test('waits for an element that is drawn late', async () => {
    const script = 'setTimeout(() => document.body.append(document.createElement("article")), 100)';
    await using opened = await openPage(
      `${style}<style>article { height: 9px }</style><body><script>${script}</script>`,
    );
    await waitUntilDrawn(opened.page, 'article');
    expect(await opened.page.locator('article').count()).toBe(1);
  });
});
