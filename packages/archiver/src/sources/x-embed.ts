import type { PostId } from '@embalm/post';
import type { BlobRef, Exchange, StoredFile } from '@embalm/store';
import type { BrowserHandle } from '../browser/browser-handle.ts';
import type { CaptureContext, CaptureOptions } from '../browser/capture-context.ts';
import { NoBrowserError } from '../browser/no-browser-error.ts';
import type { SeenAnswer } from '../browser/recorder/seen-answer.ts';
import type { Screenshot } from '../browser/screenshot.ts';
import { type EmbedVisit, failedVisit, visitEmbed } from '../browser/visit-embed.ts';
import { wentBy } from '../door/breaker.ts';
import { DoorError } from '../door/door-error.ts';
import { readRetryAt } from '../door/retry-at.ts';
import type { Turn } from '../door/turns.ts';
import { notFoundAt, observeTweetResult, type TweetResultObservation } from '../payloads/observe-tweet-result.ts';
import { xSites } from '../x-sites.ts';
import type { Answer, Source, SourceContext } from './source.ts';
import { reasonOf } from '../reason-of.ts';

const name = 'x-embed';

/** What Chromium says of a compressed answer when it asked for none. */
const refusedCoding = 'net::ERR_CONTENT_DECODING_FAILED';

/**
 * X's own embed page in a browser: one visit gives payload, pictures and evidence together. The page's own request
 * for its payload is the payload, so that content and picture agree. A post that shows but is not drawn in time has
 * no pictures; the rest is kept all the same.
 *
 * @param onExchange Called with every exchange of a visit, once it has ended.
 */
export function createXEmbed(browser: BrowserHandle, onExchange?: (exchange: Exchange) => void): Source {
  return { name, kind: 'x', observe };

  async function observe(post: PostId, context: SourceContext): Promise<Answer> {
    const deadline = AbortSignal.timeout(context.timeoutMs);
    const signal = AbortSignal.any([context.signal, deadline]);
    let taken: Turn;
    try {
      taken = await context.door.takeTurn({ url: xSites.tweetResult, scope: name }, context.timeoutMs, signal);
    } catch (error) {
      context.signal.throwIfAborted();
      if (!(error instanceof DoorError) && !deadline.aborted) throw error;
      return { ...unreachable(reasonOf(error), new Date().toISOString()), exchanges: [], files: {} };
    }
    using turn = taken;
    const first = await visit(post, context, signal, 'identity');
    const again = signal.aborted ? null : howAgain(first);
    const visits = again === null ? [first] : [first, await visit(post, context, signal, again)];
    const exchanges = visits.flatMap((one) => one.exchanges);
    if (onExchange !== undefined) exchanges.forEach(onExchange);
    context.signal.throwIfAborted();
    const best = visits.findLast(({ payload }) => payload !== null) ?? first;
    tell(turn, best.payload);
    const { observation, diagnostics } = read(best, post, deadline.aborted ? context.timeoutMs : null);
    return {
      observation,
      diagnostics,
      notFoundAt: notFoundAt(best.payload?.status ?? null),
      exchanges,
      files: { ...payloadFile(best.payload), ...(await keepScreenshots(best, context)) },
    };
  }

  async function visit(
    post: PostId,
    context: SourceContext,
    signal: AbortSignal,
    encodings: CaptureOptions['encodings'],
  ): Promise<EmbedVisit> {
    const proxy = await context.door.openBrowserProxy(name);
    let capture: CaptureContext;
    try {
      capture = await browser.openPage({ proxy, encodings, signal });
    } catch (error) {
      if (error instanceof NoBrowserError) throw error;
      return failedVisit(error);
    }
    await using opened = capture;
    const isShown = (payload: SeenAnswer): boolean => readPayload(payload, post).observation.state === 'live';
    return await visitEmbed(opened, { post, keep: context.keep, keepStream: context.keepStream, isShown, signal });
  }
}

/**
 * How to visit again, if that may bring more: a server that compresses unasked breaks the page, so then bodies are kept as
 * the browser decodes them; and a browser that crashed gives way to another.
 */
function howAgain({ exchanges, isLost }: EmbedVisit): CaptureOptions['encodings'] | null {
  if (exchanges.some(({ failure }) => failure === refusedCoding)) return 'any';
  return isLost ? 'identity' : null;
}

/** The host that gave the page its payload is judged by it, as if this program had asked. */
function tell(turn: Turn, payload: SeenAnswer | null): void {
  if (payload === null) return;
  const { status, headers } = payload;
  if (status !== null) turn.hear(status, headers);
  turn.settle(status === null ? 'badly' : wentBy(status));
}

function read(visit: EmbedVisit, post: PostId, lateMs: number | null): TweetResultObservation {
  if (visit.payload !== null) return readPayload(visit.payload, post);
  const reason = lateMs === null ? (visit.problem ?? 'no payload came') : `it was not done within ${lateMs} ms`;
  return unreachable(reason, new Date().toISOString());
}

function readPayload({ status, headers, bytes, failure, at }: SeenAnswer, post: PostId): TweetResultObservation {
  if (status === null || bytes === null) return unreachable(failure ?? 'its payload cannot be read', at);
  const retryAt = readRetryAt(status, headers, Date.parse(at));
  return observeTweetResult({ status, retryAt, at, text: new TextDecoder().decode(bytes) }, post, name);
}

function unreachable(reason: string, at: string): TweetResultObservation {
  return { observation: { state: 'unreachable', source: name, at, reason }, diagnostics: [] };
}

/** The payload as it came, byte for byte: its body is in the archive already. */
function payloadFile(payload: SeenAnswer | null): Readonly<Record<string, StoredFile>> {
  if (payload?.status !== 200 || payload.body === null) return {};
  const mediaType = 'application/json';
  const shape = { of: null, rung: null, width: null, height: null };
  return { 'payload/syndication.json': { ...payload.body, ...shape, mediaType, role: 'payload', from: payload.url } };
}

async function keepScreenshots(
  { screenshots }: EmbedVisit,
  { keep }: SourceContext,
): Promise<Readonly<Record<string, StoredFile>>> {
  const files: Record<string, StoredFile> = {};
  for (const [theme, screenshot] of Object.entries(screenshots)) {
    files[`screenshot/${theme}.png`] = toFile(await keep(screenshot.bytes), screenshot);
  }
  return files;
}

function toFile(blob: BlobRef, { width, height }: Screenshot): StoredFile {
  return { ...blob, width, height, mediaType: 'image/png', role: 'screenshot', of: null, from: null, rung: null };
}
