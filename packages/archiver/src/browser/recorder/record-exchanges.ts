import type { BlobRef, Exchange } from '@embalm/store';
import type { CDPSession } from 'playwright';
import type { CaptureContext } from '../capture-context.ts';
import { assembleExchange } from './assemble-exchange.ts';
import { startBodyWork } from './body-work.ts';
import type { Hop, HopBody } from './hop.ts';
import { createHopLog } from './hop-log.ts';
import { interceptRequests, type PausedResponse } from './intercept.ts';
import { emptyBody } from './judge-body.ts';
import { readResponseBody, requestBody } from './read-body.ts';
import { type SeenAnswer, toSeenAnswer } from './seen-answer.ts';
import { declaredLengthOf, takeLongBody, toResponseData } from './take-long-body.ts';
import { type RequestLine, watchUnseenRequests } from './unseen-requests.ts';

/** How a page is recorded. */
export interface RecorderOptions {
  /** Keeps bytes; resolves when they are durable. */
  readonly keep: (bytes: Uint8Array) => Promise<BlobRef>;
  /** Keeps bytes as they come. With it, long bodies are kept piece by piece, and the page does without them. */
  readonly keepStream?: ((chunks: AsyncIterable<Uint8Array>) => Promise<BlobRef>) | undefined;
  /** Requests to stop and to log as not captured; patterns as {@link interceptRequests} takes them. Default: none. */
  readonly noise?: readonly string[];
  /** As much of a body as is kept, in bytes after decoding; default 64 MiB. */
  readonly maxBodyBytes?: number;
  /**
   * A body that says it is longer is kept piece by piece, and so is a picture or film that does not say how long it is and turns out
   * to be longer; in bytes, default 8 MiB.
   */
  readonly longBodyBytes?: number;
  /** Called for each answer that came or failed, redirects apart, when its body has been kept. */
  readonly onAnswer?: (answer: SeenAnswer) => void;
  /** Called with each request, and with the bytes of bodies, after decoding, as they come. */
  readonly onTraffic?: (traffic: { readonly requests: number; readonly bytes: number }) => void;
}

/** A recording under way. */
export interface Recording {
  /** Read what the page asks for from the browser's cache from now on; what comes from it is no exchange. */
  allowCache(): Promise<void>;
  /** Resolves when the bodies that have come so far are kept. */
  settle(): Promise<void>;
  /**
   * End the recording. It can be ended after its page has closed: then what was still under way is marked so.
   *
   * @throws What `keep` threw.
   */
  finish(): Promise<readonly Exchange[]>;
}

/** The browser drops bodies it has no room for: room for a page with several at the cap. */
const bufferBytes = 400_000_000;

const redirectBody: HopBody = { kind: 'missing', why: null, truncated: 'unspecified' };

/**
 * Record every HTTP exchange of a page, from before its first request. Bodies are kept as they arrive.
 */
export async function recordExchanges(
  { page, session, context, proxy }: CaptureContext,
  options: RecorderOptions,
): Promise<Recording> {
  const { keep, keepStream, noise = [], onAnswer, onTraffic } = options;
  const { maxBodyBytes = 64 * 1024 * 1024, longBodyBytes = 8 * 1024 * 1024 } = options;
  const log = createHopLog();
  const seen: RequestLine[] = [];
  const taken = new Set<Hop>();
  // What comes after one that could not be kept could not be kept either.
  const work = startBodyWork(() => void page.close().catch(() => {}));
  const unseen = watchUnseenRequests(context);

  session.on('Network.requestWillBeSent', (event) => {
    const added = log.request(event);
    if (added === null) return;
    seen.push(event.request);
    onTraffic?.({ requests: 1, bytes: 0 });
    const body = requestBody(event);
    if (body !== null) work.add('whole', async () => void (added.hop.sentBody = await keep(body)));
    if (added.redirected !== null) added.redirected.body = redirectBody;
  });
  session.on('Network.requestWillBeSentExtraInfo', (event) => log.requestExtra(event));
  session.on('Network.responseReceived', (event) => {
    const hop = log.newest(event.requestId);
    // What the page is given of a body that was taken is no answer of the server's.
    if (hop === null || !taken.has(hop)) log.response(event);
  });
  session.on('Network.responseReceivedExtraInfo', (event) => log.responseExtra(event));
  session.on('Network.requestServedFromCache', (event) => log.servedFromCache(event.requestId));
  session.on('Network.dataReceived', (event) => {
    log.data(event);
    onTraffic?.({ requests: 0, bytes: event.dataLength });
  });
  session.on('Network.loadingFinished', (event) => keepAnswer(log.end(event)));
  session.on('Network.loadingFailed', (event) => keepAnswer(log.end(event)));
  await enableNetwork(session, maxBodyBytes);
  await interceptRequests(session, { noise, takeBody: keepStream === undefined ? null : takeBody });

  return {
    async allowCache() {
      await session.send('Network.setCacheDisabled', { cacheDisabled: false });
    },
    settle: async () => work.settle(),
    async finish() {
      await work.settle();
      // Its answer comes after every event before it.
      await session.detach().catch(() => {});
      await work.settle();
      const problem = work.problem();
      if (problem !== null) throw problem.error;
      const recorded = log.hops().map((finished) => assembleExchange(finished, (host) => proxy.addressOf(host)));
      if (recorded.some(({ response }) => response?.body === emptyBody)) await keep(new Uint8Array());
      return [...recorded, ...unseen.list(seen)];
    },
  };

  function keepAnswer(hop: Hop | null): void {
    if (hop === null) return;
    const task = async (): Promise<void> => {
      const bytes = await keepBody(hop);
      onAnswer?.(toSeenAnswer(hop, bytes));
    };
    work.add(hop.receivedBytes > longBodyBytes ? 'long' : 'whole', task);
  }

  function takeBody(paused: PausedResponse): boolean {
    const hop = log.newest(paused.networkId ?? '');
    const declared = declaredLengthOf(paused);
    const isLong = declared !== null && declared > longBodyBytes;
    const mayBeLong = declared === null && isPicture(paused);
    if (hop === null || keepStream === undefined || !(isLong || mayBeLong) || isRedirect(paused)) return false;
    hop.response = toResponseData(paused);
    taken.add(hop);
    const limits = isLong
      ? { maxBytes: maxBodyBytes }
      : { maxBytes: maxBodyBytes, shortBytes: longBodyBytes, signal: work.ending() };
    const keepCounted = (chunks: AsyncIterable<Uint8Array>): Promise<BlobRef> =>
      keepStream(counted(chunks, isLong ? 0 : longBodyBytes));
    const task = async (): Promise<void> => void (hop.body = await takeLongBody(session, paused, limits, keepCounted));
    work.add(isLong ? 'whole' : 'endless', task);
    return true;
  }

  /** The browser does not tell of what it does not give to the page. @param from What it gives, in bytes. */
  async function* counted(
    chunks: AsyncIterable<Uint8Array>,
    from: number,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    let length = 0;
    for await (const chunk of chunks) {
      length += chunk.length;
      if (length > from) onTraffic?.({ requests: 0, bytes: chunk.length });
      yield chunk;
    }
  }

  async function keepBody(hop: Hop): Promise<Uint8Array | null> {
    if (hop.response === null || taken.has(hop)) return null;
    if (hop.receivedBytes > maxBodyBytes) {
      hop.body = { kind: 'missing', why: `it is longer than ${maxBodyBytes} bytes`, truncated: 'length' };
      return null;
    }
    const read = await readResponseBody(session, hop.sent.requestId);
    if (read.kind === 'missing') {
      hop.body = { kind: 'missing', why: read.why, truncated: 'unspecified' };
      return null;
    }
    hop.body = { kind: 'kept', ref: await keep(read.bytes), cut: null };
    return read.bytes;
  }
}

function isRedirect({ responseStatusCode = 0, responseHeaders = [] }: PausedResponse): boolean {
  const leads = responseHeaders.some(({ name }) => name.toLowerCase() === 'location');
  return leads && responseStatusCode >= 300 && responseStatusCode < 400;
}

/** Pages wait for pictures and films as a whole; other answers they may read as they come. */
function isPicture({ resourceType, responseStatusCode }: PausedResponse): boolean {
  return responseStatusCode === 200 && (resourceType === 'Image' || resourceType === 'Media');
}

async function enableNetwork(session: CDPSession, maxBodyBytes: number): Promise<void> {
  const buffers = { maxTotalBufferSize: bufferBytes, maxResourceBufferSize: maxBodyBytes };
  // Before Chromium 143 there are none: then a text that is not UTF-8 may come out changed, and its length tells.
  await session.send('Network.configureDurableMessages', buffers).catch(() => {});
  await session.send('Network.enable', buffers);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
}
