import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright';
import { orAbort } from '../browser/or-abort.ts';
import type { Screenshot } from '../browser/screenshot.ts';
import { reasonOf } from '../reason-of.ts';
import { pageLimits, pageView } from './page-limits.ts';

type Theme = 'light' | 'dark';

/** Pictures of a page; of a theme without one, why there is none. */
export interface Pictures {
  readonly screenshots: Readonly<Partial<Record<Theme, Screenshot>>>;
  readonly problems: readonly string[];
}

/** How long frames that have come into view may take to draw themselves, in ms. */
const drawMs = 300;

/**
 * Photograph a page from its top to its end, cut off below 12,000 CSS pixels: in light colours, and in dark ones if that
 * makes a difference. To be done last: the page may change by it.
 *
 * @throws The signal's reason, if it aborts.
 */
export async function photographWhole(page: Page, session: CDPSession, signal: AbortSignal): Promise<Pictures> {
  const screenshots: Partial<Record<Theme, Screenshot>> = {};
  const problems: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    const patience = AbortSignal.timeout(pageLimits.pictureMs);
    try {
      const picture = await orAbort(photograph(page, session, theme), AbortSignal.any([signal, patience]));
      // One without dark colours looks the same again.
      if (Buffer.compare(screenshots.light?.bytes ?? Buffer.of(), picture.bytes) !== 0) screenshots[theme] = picture;
    } catch (error) {
      signal.throwIfAborted();
      const why = patience.aborted ? `not within ${pageLimits.pictureMs} ms` : reasonOf(error).split('\n')[0];
      problems.push(`its ${theme} picture: ${why}`);
    }
  }
  return { screenshots, problems };
}

async function photograph(page: Page, session: CDPSession, theme: Theme): Promise<Screenshot> {
  await page.emulateMedia({ colorScheme: theme });
  const height = await bringIntoView(page, session);
  const clip = { x: 0, y: 0, width: pageView.viewport.width, height };
  const bytes = await page.screenshot({ type: 'png', fullPage: true, clip, animations: 'disabled', caret: 'hide' });
  // The picture's own header: https://www.w3.org/TR/png-3/#11IHDR
  return { bytes, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/**
 * Make the window as high as the page: Chromium draws no frames of other sites that are out of view. A page that grows by that,
 * because parts of it are as high as the window, is seen as it was, with blanks for such frames.
 *
 * @returns How much of the page to picture, in CSS pixels.
 */
async function bringIntoView(page: Page, session: CDPSession): Promise<number> {
  const height = await heightOf(session);
  const { width } = pageView.viewport;
  await page.setViewportSize({ width, height: Math.max(height, pageView.viewport.height) });
  await pause(drawMs);
  if ((await heightOf(session)) <= height * 1.02 || height <= pageView.viewport.height) return height;
  await page.setViewportSize(pageView.viewport);
  await pause(drawMs);
  return Math.min(height, await heightOf(session));
}

/** By the browser's own measure: what the page says of its height may be anything. */
async function heightOf(session: CDPSession): Promise<number> {
  const { cssContentSize } = await session.send('Page.getLayoutMetrics');
  return Math.min(Math.max(1, Math.ceil(cssContentSize.height)), pageLimits.pictureHeight);
}
