import type { BlobRef } from '@embalm/store';
import type { CDPSession } from 'playwright';
import type { HopBody } from './hop.ts';
import type { PausedResponse } from './intercept.ts';
import type { ResponseData } from './network-events.ts';

/** Of a body at a time. */
const pieceBytes = 256 * 1024;

/**
 * Keep the body of a paused response piece by piece, as fast as it can be kept, and end its request: the page does not get
 * it, for a browser that has to hand out what it gave away needs memory for all of it.
 *
 * @param maxBytes Where it is cut.
 * @throws What `keepStream` threw.
 */
export async function takeLongBody(
  session: CDPSession,
  { requestId }: PausedResponse,
  maxBytes: number,
  keepStream: (chunks: AsyncIterable<Uint8Array>) => Promise<BlobRef>,
): Promise<HopBody> {
  let cut: Extract<HopBody, { kind: 'kept' }>['cut'] = null;
  try {
    const taken = await session.send('Fetch.takeResponseBodyAsStream', { requestId }).catch(() => null);
    if (taken === null) return { kind: 'missing', why: 'the browser does not give it out', truncated: 'unspecified' };
    const ref = await keepStream(pieces(taken.stream));
    return { kind: 'kept', ref, cut };
  } finally {
    // A page that is gone has ended it itself.
    await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => {});
  }

  async function* pieces(handle: string): AsyncGenerator<Uint8Array, void, undefined> {
    for (let left = maxBytes; ;) {
      const piece = await session.send('IO.read', { handle, size: pieceBytes }).catch(() => null);
      if (piece === null) {
        cut = 'unspecified';
        return;
      }
      const bytes = Buffer.from(piece.data, piece.base64Encoded === true ? 'base64' : 'utf8');
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
