import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright';
import type { BrowserProxy } from '../door/door.ts';
import { orAbort } from './or-abort.ts';

/** A page of its own for one capture, without history, cookies or cache. Disposing of it ends all that it does. */
export interface CaptureContext extends AsyncDisposable {
  readonly page: Page;
  /** The page's own, over the DevTools protocol; a recording ends it. */
  readonly session: CDPSession;
  readonly context: BrowserContext;
  readonly proxy: BrowserProxy;
  /** On which the page opens. */
  readonly view: View;
}

/** How a page is opened. */
export interface CaptureOptions {
  readonly proxy: BrowserProxy;
  /**
   * Content codings to ask for: `identity` keeps bodies as they are on the wire; `any` leaves it to the browser, for
   * servers that compress all the same, whose answers Chromium would refuse.
   */
  readonly encodings: 'identity' | 'any';
  /** How large the page is shown; default as an embed is. */
  readonly view?: View;
  /** Ends the capture, whatever it is doing. */
  readonly signal: AbortSignal;
}

/** What a page is drawn on. */
export interface View {
  /** In CSS pixels. */
  readonly viewport: { readonly width: number; readonly height: number };
  /** Pixels of the picture per CSS pixel. */
  readonly deviceScaleFactor: number;
}

/** The embed page lays out at most 550 pixels wide; the rest is room for its margins. Height only bounds lazy loading. */
const embedView: View = { viewport: { width: 598, height: 900 }, deviceScaleFactor: 2 };

/** How long a context may take to close before the browser as a whole is ended, in ms. */
const closeTimeoutMs = 5_000;

/**
 * Open a page that is the same on every machine: English, UTC, fixed size, no animations, no service workers (they
 * hide the true requests), no permissions, no downloads, no other windows; dialogs are dismissed.
 *
 * @param browser Closed as well if the page does not close in time.
 */
export async function openCaptureContext(browser: Browser, options: CaptureOptions): Promise<CaptureContext> {
  const { proxy, signal, view = embedView } = options;
  const context = await browser.newContext(contextOptions(options, view));
  // The deadline governs, not Playwright's 30 s for each step.
  context.setDefaultTimeout(0);
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= closeInTime(browser, context));
  const closeOnAbort = (): void => void close();
  signal.addEventListener('abort', closeOnAbort, { once: true });
  const dispose = async (): Promise<void> => {
    signal.removeEventListener('abort', closeOnAbort);
    await close();
  };
  try {
    signal.throwIfAborted();
    // Of a page that is still opening when its context closes, Playwright never says what became of it.
    const page = await orAbort(context.newPage(), signal);
    context.on('page', (other) => void other.close().catch(() => {}));
    const session = await context.newCDPSession(page);
    return { page, session, context, proxy, view, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

function contextOptions({ proxy, encodings }: CaptureOptions, view: View): BrowserContextOptions {
  return {
    proxy: { server: proxy.url, bypass: '<-loopback>' },
    ignoreHTTPSErrors: proxy.acceptProxyCertificates,
    extraHTTPHeaders: encodings === 'identity' ? { 'Accept-Encoding': 'identity' } : {},
    serviceWorkers: 'block',
    acceptDownloads: false,
    permissions: [],
    ...view,
    reducedMotion: 'reduce',
    colorScheme: 'light',
    locale: 'en-US',
    timezoneId: 'UTC',
  };
}

/** A page that keeps its process busy must not keep the capture: then the browser goes, and a new one is started. */
async function closeInTime(browser: Browser, context: BrowserContext): Promise<void> {
  const patience = new AbortController();
  const closed = context.close().then(
    () => true,
    () => true,
  );
  const late = wait(closeTimeoutMs, false, { signal: patience.signal }).catch(() => true);
  if (!(await Promise.race([closed, late]))) await browser.close().catch(() => {});
  patience.abort();
}
