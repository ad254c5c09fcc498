import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { hasTestBrowser } from '../../test/browser/find-test-browser.ts';
import { openLocalWay } from '../../test/browser/local-way.ts';
import { createBrowserHandle } from './browser-handle.ts';
import { type Screenshot, takeScreenshot } from './screenshot.ts';
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
    session: capture.session,
    photograph: async (): Promise<Screenshot> => takeScreenshot(capture, await waitUntilDrawn(capture, 'article')),
    asked,
    async [Symbol.asyncDispose]() {
      await capture[Symbol.asyncDispose]();
      await way[Symbol.asyncDispose]();
    },
  };
}

/** Both are compressed, each in a way of its own. */
async function readPixels(png: Uint8Array): Promise<string> {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  return `${info.width} × ${info.height} × ${info.channels}: ${createHash('sha256').update(data).digest('hex')}`;
}

const style = '<!doctype html><style>body { margin: 0 } article { width: 300px; background: teal }</style>';

describe.skipIf(!hasBrowser)('takeScreenshot', () => {
  test('pictures the element alone, two pixels per pixel, below the fold too', async () => {
    await using opened = await openPage(`${style}<p style="height: 2000px"></p><article style="height: 50px">`);
    const { bytes, width, height } = await opened.photograph();
    expect([width, height]).toEqual([600, 100]);
    const [one, two] = [bytes, (await opened.photograph()).bytes];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  test.each([
    ['in view', '<p>before</p>'],
    ['between pixels', '<p style="height: 10.3px"></p><style>article { margin-left: 7.7px }</style>'],
    ['half below the fold', '<p style="height: 880px"></p>'],
    ['far below the fold', '<p style="height: 2000px"></p>'],
    ['to the right of the view', '<style>article { margin-left: 700px }</style>'],
  ])('gives the picture that Playwright gives of the element, pixel for pixel: %s', async (_, before) => {
    const moving = `<style>
      @keyframes turn { to { rotate: 1turn; opacity: 0.2 } }
      i { display: inline-block; animation: turn 9s both }
      b { animation: turn 9s infinite }
    </style>`;
    const shadow = `<template shadowrootmode="open">${moving}in the <i>shadow</i></template>`;
    await using opened = await openPage(
      `${style}${moving}${before}<article>This <i>ends</i>, <b>that does not</b> <input autofocus value="caret"><p>${shadow}</p></article>`,
    );
    const { bytes } = await opened.photograph();
    const settings = { animations: 'disabled', caret: 'hide', scale: 'device' } as const;
    const [ours, theirs] = [bytes, await opened.page.locator('article').screenshot(settings)];
    expect(await readPixels(ours)).toEqual(await readPixels(theirs));
  });

  test('cuts what is taller than any post', async () => {
    await using opened = await openPage(`${style}<article style="height: 1000000px">`);
    const { width, height } = await opened.photograph();
    expect([width, height]).toEqual([600, 16_000]);
  });
});

describe.skipIf(!hasBrowser)('waitUntilDrawn', () => {
  test('waits for images that come late or not at all, far below the fold too', async () => {
    const images = '<img src="/late"><p style="height: 9000px"></p><img loading="lazy" src="/lazy">';
    await using opened = await openPage(`${style}<article>${images}</article>`);
    await waitUntilDrawn(opened, 'article');
    expect(opened.asked.toSorted()).toEqual(['/late', '/lazy']);
    expect(await opened.page.evaluate(() => [...document.images].every((image) => image.complete))).toBe(true);
  });

  test('goes on in the document that a page leads on to', async () => {
    const script = `if (sessionStorage.left !== undefined) document.write('<article style="height: 5px">')
      else setTimeout(() => { sessionStorage.left = 1; location.reload() }, 100)`;
    await using opened = await openPage(`${style}<body><script>${script}</script>`);
    expect(await waitUntilDrawn(opened, 'article')).toMatchObject({ width: 300, height: 5 });
  });

  test('is not misled by what a page has made of Promise and Array', async () => {
    const script =
      'Promise.all = () => { throw 1 }; Array.prototype.map = () => []; window.requestAnimationFrame = () => {}';
    await using opened = await openPage(`${style}<script>${script}</script><article style="height: 5px">`);
    expect(await waitUntilDrawn(opened, 'article')).toEqual({ x: 0, y: 0, width: 300, height: 5 });
  });

  test('waits for an element that is drawn late', async () => {
    const script = 'setTimeout(() => document.body.append(document.createElement("article")), 100)';
    await using opened = await openPage(
      `${style}<style>article { height: 9px }</style><body><script>${script}</script>`,
    );
    await waitUntilDrawn(opened, 'article');
    expect(await opened.page.locator('article').count()).toBe(1);
  });
});
