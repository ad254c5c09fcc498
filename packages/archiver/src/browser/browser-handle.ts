import type { Browser } from 'playwright';
import { type CaptureContext, type CaptureOptions, openCaptureContext } from './capture-context.ts';
import { findBrowsers, type FoundBrowser } from './find-browser.ts';
import { launchBrowser } from './launch-browser.ts';
import { orAbort } from './or-abort.ts';

/**
 * One browser, shared by all captures: started when the first needs it, started again after it crashed, ended when it
 * is disposed of.
 */
export interface BrowserHandle extends AsyncDisposable {
  /** The browser's name and version as in `HeadlessChrome/156.0.8078.79`, or `null` until it has been started. */
  readonly product: string | null;
  /**
   * Open a page of its own for one capture.
   *
   * @throws {NoBrowserError} If there is no browser that starts.
   * @throws The signal's reason, if it aborts.
   */
  openPage(options: CaptureOptions): Promise<CaptureContext>;
}

/** How browsers are found and started; by default, as this machine has them. */
export interface BrowserHandleOptions {
  readonly find?: () => Promise<readonly FoundBrowser[]>;
  readonly launch?: (candidates: readonly FoundBrowser[], signal: AbortSignal) => Promise<Browser>;
}

/** Make a handle; nothing is looked for or started yet. */
export function createBrowserHandle(options: BrowserHandleOptions = {}): BrowserHandle {
  const { find = findBrowsers, launch = launchBrowser } = options;
  const ending = new AbortController();
  let running: Promise<Browser> | null = null;
  let product: string | null = null;

  return {
    get product() {
      return product;
    },
    async openPage(capture) {
      capture.signal.throwIfAborted();
      // A capture that gives up does not stop a start that others wait for.
      const browser = await orAbort(ensureRunning(), capture.signal);
      try {
        return await openCaptureContext(browser, capture);
      } catch (error) {
        if (capture.signal.aborted || browser.isConnected()) throw error;
        // It crashed before this capture began: that one deserves another browser.
        return openCaptureContext(await orAbort(ensureRunning(), capture.signal), capture);
      }
    },
    async [Symbol.asyncDispose]() {
      ending.abort(new Error('The browser has been put away'));
      const last = running;
      running = null;
      await last?.then((browser) => browser.close()).catch(() => {});
    },
  };

  function ensureRunning(): Promise<Browser> {
    ending.signal.throwIfAborted();
    if (running === null) {
      const starting = start();
      running = starting;
      void watch(starting);
    }
    return running;
  }

  async function watch(starting: Promise<Browser>): Promise<void> {
    try {
      const browser = await starting;
      browser.on('disconnected', () => forget(starting));
      if (!browser.isConnected()) forget(starting);
    } catch {
      forget(starting);
    }
  }

  function forget(gone: Promise<Browser>): void {
    if (running === gone) running = null;
  }

  async function start(): Promise<Browser> {
    const browser = await launch(await find(), ending.signal);
    product = await readProduct(browser);
    return browser;
  }
}

async function readProduct(browser: Browser): Promise<string> {
  const session = await browser.newBrowserCDPSession();
  const { product } = await session.send('Browser.getVersion');
  await session.detach();
  return product;
}
