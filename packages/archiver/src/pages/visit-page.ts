import { readContentType } from '@embalm/parser/read';
import type { Exchange, MissingFile } from '@embalm/store';
import type { Response } from 'playwright';
import type { CaptureContext } from '../browser/capture-context.ts';
import { orAbort } from '../browser/or-abort.ts';
import { type Recording, recordExchanges, type RecorderOptions } from '../browser/recorder/record-exchanges.ts';
import { leadsOn } from '../door/leads-on.ts';
import { xSites } from '../x-sites.ts';
import { pageLimits } from './page-limits.ts';
import { photographWhole, type Pictures } from './photograph-whole.ts';
import { type PageReading, readPage } from './read-page.ts';
import { settlePage } from './settle-page.ts';

/** What a visit to a web page brought home. */
export interface PageVisit {
  /** The answer that became the page, redirects apart; `null` if none came. */
  readonly document: DocumentAnswer | null;
  /** What the browser made of it, or `null` if it could not be read. */
  readonly reading: PageReading | null;
  readonly screenshots: Pictures['screenshots'];
  /** What of the page is not in the visit, and why. */
  readonly missing: readonly MissingFile[];
  /** Why the visit ended early, or `null` if it went as it should. */
  readonly problem: string | null;
  /** Whether the browser went away, so that another visit may fare better. */
  readonly isLost: boolean;
  readonly exchanges: readonly Exchange[];
}

/** The answer that became a page. */
export interface DocumentAnswer {
  /** Without its fragment. */
  readonly url: string;
  readonly status: number;
  /** In lower case, as in `text/html`. */
  readonly mediaType: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/** How a page is visited. */
export interface VisitPageOptions {
  readonly url: string;
  readonly keep: RecorderOptions['keep'];
  /** Takes the network away from the page; what it has shows all the same. */
  readonly cut: () => Promise<void>;
  /** For all of it, in ms; the page has half of that to get ready. */
  readonly timeoutMs: number;
  /** Ends the visit; what was gathered until then is returned. */
  readonly signal: AbortSignal;
}

/** How long an answer that is no page may take to come whole, in ms. */
const errorPageMs = 5_000;

/**
 * Open a web page, record all it asks for, wait until it is as a reader would find it, and keep what the browser made of it:
 * its document and those of its frames, what it says, and a picture of all of it, in light colours, and in dark ones if it has any.
 *
 * @throws What `keep` threw.
 */
export async function visitPage(capture: CaptureContext, options: VisitPageOptions): Promise<PageVisit> {
  const { keep, signal } = options;
  const { page, context } = capture;
  const missing: MissingFile[] = [];
  let screenshots: PageVisit['screenshots'] = {};
  let last: Response | null = null;
  let asked = options.url;
  let isLost = false;
  let problem: string | null = null;
  let reading: PageReading | null = null;
  const gone = Promise.withResolvers<never>();
  gone.promise.catch(() => {});
  const lose = (why: string): void => {
    isLost = !signal.aborted;
    gone.reject(new Error(why));
  };
  page.once('crash', () => lose('the page crashed'));
  page.once('close', () => lose('the page was closed'));

  let recording: Recording;
  try {
    const onTraffic = limitTraffic(options.cut, (reason) => missing.push({ url: asked, reason }));
    const begun = recordExchanges(capture, {
      keep,
      noise: xSites.embedNoise,
      maxBodyBytes: pageLimits.bodyBytes,
      onTraffic,
    });
    recording = await orAbort(begun, signal);
  } catch (error) {
    return { ...failedPageVisit(error), isLost };
  }
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) asked = request.url();
  });
  page.on('response', (response) => {
    if (isDocument(response) && response.frame() === page.mainFrame()) last = response;
  });
  let navigations = 0;
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) return;
    navigations += 1;
    if (navigations === pageLimits.navigations) gone.reject(new Error('it leads on and on, to itself or to others'));
  });

  try {
    await Promise.race([gone.promise, look()]);
  } catch (error) {
    const hasLedOn = asked !== URL.parse(options.url)?.href;
    problem = hasLedOn ? `${explain(error)} (it had led to ${asked})` : explain(error);
    if (!page.isClosed()) await options.cut();
  }
  const exchanges = await recording.finish();
  const document = last === null ? null : describe(last);
  return { document, reading, screenshots, missing, problem, isLost, exchanges };

  function isPage(): boolean {
    return last !== null && isHtml(describe(last)) && last.status() < 400;
  }

  async function look(): Promise<void> {
    const session = await context.newCDPSession(page);
    const response = await orAbort(page.goto(options.url, { waitUntil: 'commit' }), signal);
    last ??= response;
    if (!isPage()) {
      // Its body is evidence, and may take a while.
      await inTime(page.waitForLoadState('load'), errorPageMs, signal);
      return;
    }
    const isReady = await settlePage(page, session, Math.floor(options.timeoutMs / 2), signal);
    if (!isReady) missing.push({ url: asked, reason: 'what it would still have changed: it did not come to rest' });
    // It may have led on.
    if (!isPage()) return;
    reading = await orAbort(readPage(session), signal);
    missing.push(...reading.missing);
    const pictures = await photographWhole(page, session, signal);
    screenshots = pictures.screenshots;
    missing.push(...pictures.problems.map((reason) => ({ url: asked, reason })));
  }
}

/** What goes on longer is not waited for. */
async function inTime(promise: Promise<unknown>, ms: number, signal: AbortSignal): Promise<void> {
  await orAbort(promise, AbortSignal.any([signal, AbortSignal.timeout(ms)])).catch(() => null);
}

/** A visit that came to nothing. */
export function failedPageVisit(error: unknown): PageVisit {
  const nothing = { document: null, reading: null, screenshots: {}, missing: [], exchanges: [] };
  return { ...nothing, problem: explain(error), isLost: false };
}

/** Whether an answer is a page of HTML, and no other kind of file. */
export function isHtml({ mediaType }: DocumentAnswer): boolean {
  return mediaType === 'text/html' || mediaType === 'application/xhtml+xml';
}

function limitTraffic(
  cut: () => Promise<void>,
  onCut: (reason: string) => void,
): NonNullable<RecorderOptions['onTraffic']> {
  let [requests, bytes, isCut] = [0, 0, false];
  return (traffic) => {
    requests += traffic.requests;
    bytes += traffic.bytes;
    if (isCut || (requests <= pageLimits.requests && bytes <= pageLimits.bytes)) return;
    isCut = true;
    const limit = requests > pageLimits.requests ? `${pageLimits.requests} requests` : `${pageLimits.bytes} bytes`;
    onCut(`what it asked for beyond ${limit}`);
    void cut();
  };
}

function isDocument(response: Response): boolean {
  return response.request().isNavigationRequest() && !leadsOn(response.status());
}

function describe(response: Response): DocumentAnswer {
  const headers = new Map(Object.entries(response.headers()));
  const { mediaType } = readContentType(headers.get('content-type') ?? '');
  const [url = ''] = response.url().split('#', 1);
  return { url, status: response.status(), mediaType, headers };
}

/** Playwright's messages go on for lines; the first says what was called, and what the browser said. */
function explain(error: unknown): string {
  const [first = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return first.replace(/^(?:page|frame|cdpSession)\.[a-zA-Z]{1,40}: /, '');
}
