import type { BlobRef } from '@embalm/store';
import type { CDPSession } from 'playwright';
import { orAbort } from '../or-abort.ts';
import type { HopBody } from './hop.ts';
import type { PausedResponse } from './intercept.ts';
import type { ResponseData } from './network-events.ts';

/** Of a body at a time. */
const pieceBytes = 256 * 1024;

/** How much of a body is taken. */
export interface BodyLimits {
  /** Where it is cut, in bytes. */
  readonly maxBytes: number;
  /** One that is no longer goes on to the page, too, once it has come; default none does. */
  readonly shortBytes?: number;
  /** Ends the taking, but not as long as pieces come at least each second: what has come is kept. */
  readonly signal?: AbortSignal;
}

/**
 * Keep the body of a paused response piece by piece, as fast as it can be kept, and end its request: the page does not get
 * it, for a browser that has to hand out what it gave away needs memory for all of it. Only a short one is given to the page.
 *
 * @throws What `keepStream` threw.
 */
export async function takeLongBody(
  session: CDPSession,
  paused: PausedResponse,
  { maxBytes, shortBytes = -1, signal }: BodyLimits,
  keepStream: (chunks: AsyncIterable<Uint8Array>) => Promise<BlobRef>,
): Promise<HopBody> {
  const { requestId } = paused;
  let cut: Extract<HopBody, { kind: 'kept' }>['cut'] = null;
  let short: Buffer[] | null = [];
  let shortLength = 0;
  try {
    const taken = await session.send('Fetch.takeResponseBodyAsStream', { requestId }).catch(() => null);
    if (taken === null) return { kind: 'missing', why: 'the browser does not give it out', truncated: 'unspecified' };
    const ref = await keepStream(pieces(taken.stream));
    if (cut === null && short !== null) await handOn(session, paused, Buffer.concat(short));
    return { kind: 'kept', ref, cut };
  } finally {
    // A page that is gone has ended it itself.
    await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => {});
  }

  async function* pieces(handle: string): AsyncGenerator<Uint8Array, void, undefined> {
    for (let left = maxBytes; ;) {
      const reading = session.send('IO.read', { handle, size: pieceBytes });
      const piece = await inTime(reading, signal ?? never).catch(() => null);
      if (piece === null) {
        cut = 'unspecified';
        return;
      }
      const bytes = Buffer.from(piece.data, piece.base64Encoded === true ? 'base64' : 'utf8');
      shortLength += bytes.length;
      if (shortLength > shortBytes) short = null;
      short?.push(bytes);
      if (bytes.length > 0) yield bytes.subarray(0, left);
      if (bytes.length > left) {
        cut = 'length';
        return;
      }
      if (piece.eof) return;
      left -= bytes.length;
    }
  }
}

const never = new AbortController().signal;
const patienceMs = 1000;
/** Of a body that is decoded and whole these say nothing any more. */
const codingFields: ReadonlySet<string> = new Set(['content-encoding', 'transfer-encoding', 'content-length']);

/** Once the signal has aborted, nobody waits longer than a second for a piece. */
async function inTime<Piece>(reading: Promise<Piece>, signal: AbortSignal): Promise<Piece> {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const hurry = (): void => {
    timer = setTimeout(() => late.abort(new Error('Nothing comes any more')), patienceMs);
  };
  if (signal.aborted) hurry();
  else signal.addEventListener('abort', hurry, { once: true });
  try {
    return await orAbort(reading, late.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', hurry);
  }
}

async function handOn(session: CDPSession, paused: PausedResponse, body: Buffer): Promise<void> {
  const { requestId, responseStatusCode = 200, responseHeaders = [] } = paused;
  const fields = responseHeaders.filter(({ name }) => !codingFields.has(name.toLowerCase()));
  const answer = {
    requestId,
    responseCode: responseStatusCode,
    responseHeaders: fields,
    body: body.toString('base64'),
  };
  // A page that is gone does without.
  await session.send('Fetch.fulfillRequest', answer).catch(() => {});
}

/** The length a response says its body has, in bytes; `null` if it does not say. */
export function declaredLengthOf({ responseHeaders = [] }: PausedResponse): number | null {
  const text = responseHeaders.find(({ name }) => name.toLowerCase() === 'content-length')?.value ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** The head of a paused response, as the events of one that goes on have it. */
export function toResponseData(paused: PausedResponse): ResponseData {
  const headers: Record<string, string> = {};
  for (const { name, value } of paused.responseHeaders ?? []) {
    const before = headers[name];
    headers[name] = before === undefined ? value : `${before}\n${value}`;
  }
  return {
    status: paused.responseStatusCode ?? 0,
    statusText: paused.responseStatusText ?? '',
    headers,
    // The browser is started without HTTP/2.
    protocol: 'http/1.1',
  };
}
