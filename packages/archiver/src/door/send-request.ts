import type { Readable } from 'node:stream';
import type { BlobRef } from '@embalm/store';
import type { Dispatcher } from 'undici';
import type { Field } from './exchange-head.ts';

/** A request that has passed all checks. */
export interface CheckedRequest {
  readonly url: URL;
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly body: SentBody | null;
  readonly fields: readonly Field[];
  /** Of the decoded body. */
  readonly maxBytes: number;
  /** For all attempts together. */
  readonly timeoutMs: number;
  /** For how long an answer may all but stand still, or `null`. */
  readonly idleMs: number | null;
  /** Whether a body that breaks off can be gone on with. */
  readonly resumable: boolean;
}

/** What a request carries, and where it is kept. */
interface SentBody {
  readonly bytes: Uint8Array;
  readonly kept: BlobRef;
}

/** A response whose body is still to be read. */
export interface OpenResponse {
  readonly status: number;
  readonly reason: string;
  /** In their order, with repeats, in the case in which they came. */
  readonly fields: readonly Field[];
  readonly body: Readable;
}

/**
 * Send a request. Redirects are answers like any other.
 *
 * @throws What the HTTP client throws, or the signal's reason.
 */
export async function sendRequest(
  request: CheckedRequest,
  dispatcher: Dispatcher,
  signal: AbortSignal,
): Promise<OpenResponse> {
  const { statusCode, statusText, headers, body } = await dispatcher.request({
    origin: request.url.origin,
    path: request.url.pathname + request.url.search,
    method: request.method,
    body: request.body?.bytes ?? null,
    headers: Object.fromEntries(request.fields),
    responseHeaders: 'raw',
    signal,
  });
  return { status: statusCode, reason: statusText, fields: pairUp(headers as unknown as readonly string[]), body };
}

/** With `responseHeaders: 'raw'` undici gives names and values in turn, which its types do not say. */
function pairUp(raw: readonly string[]): readonly Field[] {
  const fields: Field[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) fields.push([String(raw[index]), String(raw[index + 1])]);
  return fields;
}
