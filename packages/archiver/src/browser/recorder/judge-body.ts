import type { BlobRef, ExchangeResponse } from '@embalm/store';
import { fieldOf } from './heads.ts';
import type { FinishedHop } from './hop.ts';

/** A response's body as the record has it. */
export interface JudgedBody extends Pick<ExchangeResponse, 'body' | 'truncated'> {
  /** Why the body is not whole, or `null` if it is. */
  readonly failure: string | null;
}

/** A body of no bytes. */
export const emptyBody: BlobRef = {
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  bytes: 0,
};

/**
 * Decide whether a body is whole. A body that came without content coding is measured against its `Content-Length`:
 * an empty one is never taken for a whole one that should have bytes.
 */
export function judgeBody(finished: FinishedHop): JudgedBody {
  const { hop } = finished;
  const { body, failure } = hop;
  const declared = declaredLength(finished);
  // The browser gives out nothing where there is nothing, as for a preflight.
  if (body.kind === 'missing' && declared === 0) return { body: emptyBody, truncated: null, failure: null };
  if (body.kind === 'missing') return { body: null, truncated: body.truncated, failure: failure ?? body.why };
  if (body.cut !== null) {
    const why = body.cut === 'length' ? 'it is longer than that' : 'the capture ended before all of it came';
    return { body: body.ref, truncated: body.cut, failure: `${body.ref.bytes} bytes of the body were kept: ${why}` };
  }
  const whole = { body: body.ref, truncated: null, failure: null };
  if (failure !== null) {
    // A page that loses interest in an answer cancels it, even when all of it is there.
    if (declared === body.ref.bytes) return whole;
    return { body: body.ref, truncated: lostConnection.test(failure) ? 'disconnect' : 'unspecified', failure };
  }
  if (declared === null || declared === body.ref.bytes) return whole;
  const mismatch = `the body has ${body.ref.bytes} bytes, its Content-Length says ${declared}`;
  return { body: body.ref, truncated: 'unspecified', failure: mismatch };
}

/**
 * The length a response says its body has, as it came: 0 for one that has none by its kind, `null` if it does not say or
 * if the length is that of a coded body.
 */
function declaredLength(finished: FinishedHop): number | null {
  const status = finished.response?.statusCode ?? finished.hop.response?.status ?? 0;
  const { method } = finished.hop.sent.request;
  if (method === 'HEAD' || status === 204 || status === 304) return 0;
  const headers = finished.response?.headers ?? finished.hop.response?.headers ?? {};
  const coding = fieldOf(headers, 'content-encoding');
  if (coding !== null && coding.toLowerCase() !== 'identity') return null;
  const length = fieldOf(headers, 'content-length');
  if (length === null) return method === 'OPTIONS' ? 0 : null;
  return /^\d{1,15}$/.test(length) ? Number(length) : null;
}

const lostConnection =
  /^net::ERR_(?:CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED_ENCODING|CONNECTION_|EMPTY_RESPONSE|NETWORK_|INTERNET_|TUNNEL_|PROXY_|SOCKET_)/;
