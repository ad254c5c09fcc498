import { findBrowser } from '@embalm/archiver';
import { renderForm, stylesheetFor } from '@embalm/renderer';
import { chromium } from 'playwright';
import { expect, test } from 'vitest';
import { samplePosts } from './sample-posts.ts';

test('every link, disclosure and video is reached with the Tab key, in order, and is seen to be', async () => {
  const posts = Object.values(samplePosts).map((exhibit) => renderForm(exhibit, 'full'));
  const html = posts.join('');
  const { executable } = await findBrowser();
  await using browser = await chromium.launch({
    executablePath: executable,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await browser.newPage();
  await page.setContent(`<!doctype html><style>${stylesheetFor(html)}</style><main>${html}</main>`);
  const wanted = await page.evaluate(() => {
    // What is folded is reached once it is unfolded; what stands in a video is for those who cannot play it.
    const reachable = [...document.querySelectorAll('a[href], summary, video')].filter((element) => {
      const outside = (element.matches('summary') ? element.parentElement : element)?.parentElement;
      return !outside?.closest('details:not([open]), video');
    });
    for (const [index, element] of reachable.entries()) element.setAttribute('data-at', String(index));
    return reachable.length;
  });
  const reached: number[] = [];
  let unseen = 0;
  for (let presses = 0; presses < 12 * wanted && reached.length < wanted; presses += 1) {
    await page.keyboard.press('Tab');
    const { at, outline } = await page.evaluate(() => {
      const element = document.activeElement;
      return {
        at: Number(element?.getAttribute('data-at') ?? -1),
        outline: element === null ? 'none' : getComputedStyle(element).outlineStyle,
      };
    });
    if (at === -1 || reached.at(-1) === at) continue;
    reached.push(at);
    if (outline === 'none') unseen += 1;
  }
  expect(reached).toEqual(Array.from({ length: wanted }, (_, index) => index));
  expect(unseen).toBe(0);
  expect(wanted).toBeGreaterThan(60);
});
