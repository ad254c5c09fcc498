import type { Page } from 'playwright';

/**
 * Wait until an element is as a reader would see it: it is visible, the fonts are there, the images in it have come or
 * failed, and two frames were drawn since. There is no waiting for a quiet network: it costs half a second, and eight
 * with a video. It has no time-out of its own: closing the page ends it.
 */
export async function waitUntilDrawn(page: Page, selector: string): Promise<void> {
  const element = page.locator(selector).first();
  await element.waitFor({ state: 'visible' });
  await element.evaluate(async (root) => {
    const images = [...root.querySelectorAll('img')];
    // Below the fold they would never come.
    for (const image of images) image.loading = 'eager';
    const ended = images.map(
      (image) =>
        image.complete ||
        new Promise((resolve) => {
          image.addEventListener('load', resolve, { once: true });
          image.addEventListener('error', resolve, { once: true });
        }),
    );
    await Promise.all([document.fonts.ready, ...ended]);
    await Promise.all(images.map((image) => image.decode().catch(() => {})));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
