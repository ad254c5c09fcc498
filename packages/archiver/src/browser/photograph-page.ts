import type { FoundBrowser } from './find-browser.ts';
import { findBrowsers } from './find-browser.ts';
import { launchBrowser } from './launch-browser.ts';

/** How a page is photographed. */
export interface PhotographOptions {
  /** The element that is photographed: a CSS selector. */
  readonly element: string;
  /** Width of the page in CSS pixels. */
  readonly width: number;
  /** Pixels of the picture to a CSS pixel; default 2. */
  readonly scale?: number;
  readonly colorScheme: 'light' | 'dark';
  readonly signal: AbortSignal;
  /** Browsers, best first; default those of this machine. */
  readonly browsers?: readonly FoundBrowser[];
}

const timeoutMs = 30_000;

/**
 * Photograph an element of a page, as PNG. The browser has no way to the network, and runs no script of the page.
 *
 * @throws {NoBrowserError} If there is no browser that starts.
 * @throws The signal's reason, if it aborts.
 */
export async function photographPage(html: string, options: PhotographOptions): Promise<Uint8Array> {
  const { element, width, scale = 2, colorScheme, signal, browsers } = options;
  await using browser = await launchBrowser(browsers ?? (await findBrowsers()), signal);
  const page = await browser.newPage({
    viewport: { width, height: width },
    deviceScaleFactor: scale,
    colorScheme,
    javaScriptEnabled: false,
    offline: true,
  });
  page.setDefaultTimeout(timeoutMs);
  await page.setContent(html, { waitUntil: 'load' });
  signal.throwIfAborted();
  return await page.locator(element).screenshot({ omitBackground: true, animations: 'disabled' });
}
