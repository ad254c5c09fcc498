import { idOf, type PostId } from '@embalm/post';
import type { Exchange } from '@embalm/store';
import type { Page } from 'playwright';
import { embedPageUrl, xSites } from '../x-sites.ts';
import type { CaptureContext } from './capture-context.ts';
import { orAbort } from './or-abort.ts';
import { type Recording, recordExchanges, type RecorderOptions } from './recorder/record-exchanges.ts';
import type { SeenAnswer } from './recorder/seen-answer.ts';
import { type Screenshot, takeScreenshot } from './screenshot.ts';
import { waitUntilDrawn } from './wait-until-drawn.ts';

/** The themes X's embed page can be drawn in. */
type Theme = 'light' | 'dark';

/** What a visit to the embed page of a post brought home. */
export interface EmbedVisit {
  /** The page's own answer of `tweet-result`, or `null` if there was none in time. */
  readonly payload: SeenAnswer | null;
  /** Why the visit ended early, or `null` if it went as it should. */
  readonly problem: string | null;
  /** Whether the page, or the whole browser, went away during the visit, so that another visit may fare better. */
  readonly isLost: boolean;
  readonly screenshots: Readonly<Partial<Record<Theme, Screenshot>>>;
  readonly exchanges: readonly Exchange[];
}

/** How a page is visited. */
export interface VisitOptions {
  readonly post: PostId;
  readonly keep: RecorderOptions['keep'];
  readonly keepStream?: RecorderOptions['keepStream'];
  /** Whether the payload shows the post, so that there is something to photograph. */
  readonly isShown: (payload: SeenAnswer) => boolean;
  /** Ends the visit; what was gathered until then is returned. */
  readonly signal: AbortSignal;
}

/** How long a page that has loaded may take to ask for its payload and get it, in ms. */
const payloadPatienceMs = 10_000;

/** How long a page with its payload may take to draw the post, in ms. */
const drawPatienceMs = 10_000;

/**
 * Open X's embed page of a post, record all it asks for, and photograph the post light and dark.
 *
 * X's page takes its theme from its URL, so the dark picture needs a second load. That one reads from the browser's
 * cache what the servers allow: as a rule only the page and its payload are asked for again.
 *
 * @throws What `keep` threw.
 */
export async function visitEmbed(capture: CaptureContext, options: VisitOptions): Promise<EmbedVisit> {
  const { post, keep, keepStream, isShown, signal } = options;
  const { page } = capture;
  const answered = Promise.withResolvers<SeenAnswer>();
  const screenshots: Partial<Record<Theme, Screenshot>> = {};
  let payload: SeenAnswer | null = null;
  let problem: string | null = null;
  let isLost = false;
  const lose = (why: string): void => {
    isLost = !signal.aborted;
    answered.reject(new Error(why));
  };

  const onAnswer = (answer: SeenAnswer): void => {
    if (payload !== null || !isPayloadOf(answer, post)) return;
    payload = answer;
    answered.resolve(answer);
  };
  page.once('crash', () => lose('the page crashed'));
  page.once('close', () => lose('the page was closed'));
  // It may end before anybody waits for it.
  answered.promise.catch(() => {});
  let recording: Recording;
  try {
    const begun = recordExchanges(capture, { keep, keepStream, noise: xSites.embedNoise, onAnswer });
    recording = await orAbort(begun, signal);
  } catch (error) {
    return { ...failedVisit(error), isLost };
  }
  try {
    await openPage(page, post, 'light');
    if (isShown(await inTime(answered.promise, payloadPatienceMs, 'the page did not get its payload'))) {
      screenshots.light = await photograph('light');
      await prepareSecondLoad(page, recording);
      await openPage(page, post, 'dark');
      screenshots.dark = await photograph('dark');
    }
  } catch (error) {
    problem = explain(error);
  }
  return { payload, problem, isLost, screenshots, exchanges: await recording.finish() };

  function photograph(theme: Theme): Promise<Screenshot> {
    const drawn = waitUntilDrawn(capture, xSites.embedPost).then((place) => takeScreenshot(capture, place));
    return inTime(drawn, drawPatienceMs, `the ${theme} page did not draw the post`);
  }

  async function inTime<Value>(promise: Promise<Value>, ms: number, otherwise: string): Promise<Value> {
    const patience = AbortSignal.timeout(ms);
    try {
      return await orAbort(promise, AbortSignal.any([signal, patience]));
    } catch (error) {
      if (patience.aborted && !signal.aborted) throw new Error(`${otherwise} within ${ms} ms`, { cause: error });
      throw error;
    }
  }
}

/** A visit that came to nothing. */
export function failedVisit(error: unknown): EmbedVisit {
  return { payload: null, problem: explain(error), isLost: false, screenshots: {}, exchanges: [] };
}

async function openPage(page: Page, post: PostId, theme: Theme): Promise<void> {
  const response = await page.goto(embedPageUrl(post, theme), { waitUntil: 'domcontentloaded' });
  if (response !== null && !response.ok()) throw new Error(`the embed page answers HTTP ${response.status()}`);
}

/** Bodies of the first load are read before the second takes the page's place. */
async function prepareSecondLoad(page: Page, recording: Recording): Promise<void> {
  await recording.settle();
  await recording.allowCache();
  await page.emulateMedia({ colorScheme: 'dark' });
}

function isPayloadOf({ method, url }: SeenAnswer, post: PostId): boolean {
  const { origin, pathname, searchParams } = new URL(url);
  return method === 'GET' && `${origin}${pathname}` === xSites.tweetResult && searchParams.get('id') === idOf(post);
}

/** Playwright's messages go on for lines; the first says what was called, and what the browser said. */
function explain(error: unknown): string {
  const [first = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return first.replace(/^(?:page|locator|elementHandle)\.[a-zA-Z]{1,40}: /, '');
}
