import { fixHtml } from '@embalm/renderer/check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchingCases, harmlessCases } from '../../packages/renderer/test/check/cases.ts';
import { openWatchedBrowser, type WatchedBrowser } from './open-watched-page.ts';

let browser: WatchedBrowser;
beforeAll(async () => {
  browser = await openWatchedBrowser();
});
afterAll(() => browser[Symbol.asyncDispose]());

function isForeign(url: string): boolean {
  return !url.startsWith('http://page.example/') && !url.startsWith('data:');
}

/** Many pages on one, each in a frame of its own: a frame can do all that a page can. */
function inFrames(pages: readonly string[]): string {
  const frames = pages.map((page) => {
    const written = page.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    return `<iframe srcdoc="${written}"></iframe>`;
  });
  return `<!doctype html><main>${frames.join('')}</main>`;
}

test('what the check calls harmless asks nobody and runs nothing in Chromium', async () => {
  const { requests, executions } = await browser.watch(inFrames(harmlessCases));
  expect([...requests.filter(isForeign), ...executions]).toEqual([]);
  expect(requests).toContain('http://page.example/own.png');
});

test('what the check finds does ask and run there, and does neither when it has been mended', async () => {
  const before = await browser.watch(inFrames(fetchingCases.map(([, html]) => html)));
  expect(before.requests.filter(isForeign).length).toBeGreaterThan(35);
  expect(before.executions.length).toBeGreaterThan(20);
  const mended = fetchingCases.map(([, html]) => fixHtml(html)).filter(({ findings }) => findings.length === 0);
  expect(mended.length).toBeGreaterThan(fetchingCases.length - 5);
  const after = await browser.watch(inFrames(mended.map(({ text }) => text)));
  expect([...after.requests.filter(isForeign), ...after.executions]).toEqual([]);
});
