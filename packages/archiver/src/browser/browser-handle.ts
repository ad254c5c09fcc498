import type { Browser } from 'playwright';
import { type CaptureContext, type CaptureOptions, openCaptureContext } from './capture-context.ts';
import { findBrowsers, type FoundBrowser } from './find-browser.ts';
import { launchBrowser } from './launch-browser.ts';
import { orAbort } from './or-abort.ts';

/**
 * One browser, shared by all captures: started when the first needs it, started again after it crashed or has done its
 * share, ended when it is disposed of.
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
  /** How many pages a browser opens before another takes its place; default 100. Its network service grows by a third of a MB with each. */
  readonly pagesPerBrowser?: number;
  /** How long a successor waits for the last pages of the browser before it, in ms; default 5,000. Two browsers take the memory of two. */
  readonly successorWaitsMs?: number;
}

/** A browser, and how much it has done. */
interface Run {
  readonly browser: Promise<Browser>;
  /** Pages it was asked for. */
  asked: number;
  /** Those among them that are still in use. */
  inUse: number;
  readonly ended: PromiseWithResolvers<void>;
}

/** Make a handle; nothing is looked for or started yet. */
export function createBrowserHandle(options: BrowserHandleOptions = {}): BrowserHandle {
  const { find = findBrowsers, launch = launchBrowser, pagesPerBrowser = 100, successorWaitsMs = 5_000 } = options;
  const ending = new AbortController();
  const runs = new Set<Run>();
  let current: Run | null = null;
  let product: string | null = null;

  return {
    get product() {
      return product;
    },
    async openPage(capture) {
      capture.signal.throwIfAborted();
      try {
        return await openIn(await takeRun(capture.signal), capture);
      } catch (error) {
        if (!(error instanceof BrowserGoneError) || capture.signal.aborted) throw unwrap(error);
        // It crashed before this capture began: that one deserves another browser.
        return openIn(await takeRun(capture.signal), capture).catch((again: unknown) => {
          throw unwrap(again);
        });
      }
    },
    async [Symbol.asyncDispose]() {
      ending.abort(new Error('The browser has been put away'));
      current = null;
      await Promise.all([...runs].map(close));
    },
  };

  async function takeRun(signal: AbortSignal): Promise<Run> {
    if (current === null) await waitForLastPages(signal);
    ending.signal.throwIfAborted();
    const run = current ?? startRun();
    run.asked += 1;
    run.inUse += 1;
    current = run.asked < pagesPerBrowser ? run : null;
    return run;
  }

  /** A page that hangs must not keep the others waiting: after a while there are two browsers. */
  async function waitForLastPages(signal: AbortSignal): Promise<void> {
    const late = AbortSignal.timeout(successorWaitsMs);
    const ended = Promise.all([...runs].map((run) => run.ended.promise));
    try {
      await orAbort(ended, AbortSignal.any([signal, ending.signal, late]));
    } catch (error) {
      if (!late.aborted) throw error;
    }
  }

  async function openIn(run: Run, capture: CaptureOptions): Promise<CaptureContext> {
    let opened: CaptureContext;
    try {
      // A capture that gives up does not stop a start that others wait for.
      const browser = await orAbort(run.browser, capture.signal);
      opened = await openCaptureContext(browser, capture).catch((error: unknown) => {
        throw browser.isConnected() ? error : new BrowserGoneError(error);
      });
    } catch (error) {
      release(run);
      throw error;
    }
    return {
      ...opened,
      async [Symbol.asyncDispose]() {
        await opened[Symbol.asyncDispose]();
        release(run);
      },
    };
  }

  /** One that has done its share ends with its last page. */
  function release(run: Run): void {
    run.inUse -= 1;
    if (run !== current && run.inUse === 0) void close(run);
  }

  function startRun(): Run {
    const run: Run = { browser: start(), asked: 0, inUse: 0, ended: Promise.withResolvers() };
    runs.add(run);
    void watch(run);
    return run;
  }

  async function watch(run: Run): Promise<void> {
    try {
      const browser = await run.browser;
      browser.on('disconnected', () => forget(run));
      if (!browser.isConnected()) forget(run);
    } catch {
      forget(run);
    }
  }

  function forget(run: Run): void {
    runs.delete(run);
    run.ended.resolve();
    if (current === run) current = null;
  }

  async function start(): Promise<Browser> {
    const browser = await launch(await find(), ending.signal);
    product = await readProduct(browser);
    return browser;
  }
}

/** The browser went away before it had opened a page. */
class BrowserGoneError extends Error {
  override readonly name = 'BrowserGoneError';

  constructor(cause: unknown) {
    super('The browser went away', { cause });
  }
}

function unwrap(error: unknown): unknown {
  return error instanceof BrowserGoneError ? error.cause : error;
}

async function close({ browser }: Run): Promise<void> {
  await browser.then((one) => one.close()).catch(() => {});
}

async function readProduct(browser: Browser): Promise<string> {
  const session = await browser.newBrowserCDPSession();
  const { product } = await session.send('Browser.getVersion');
  await session.detach();
  return product;
}
