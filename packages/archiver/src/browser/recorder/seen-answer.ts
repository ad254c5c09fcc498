import type { BlobRef } from '@embalm/store';
import { indexFields } from '../../door/exchange-head.ts';
import { listFields } from './heads.ts';
import type { Hop } from './hop.ts';
import { hopTimes } from './hop-times.ts';
import type { RequestLine } from './unseen-requests.ts';

/** An answer as it passes by. */
export interface SeenAnswer extends RequestLine {
  /** `null` if no answer came. */
  readonly status: number | null;
  /** Names in lower case; the values of a repeated field are joined with `, `. */
  readonly headers: ReadonlyMap<string, string>;
  /** The body, as far as it came; `null` if the browser does not give it out. */
  readonly bytes: Uint8Array | null;
  /** The body as it is kept. */
  readonly body: BlobRef | null;
  /** Why there is no whole answer, or `null` if there is one. */
  readonly failure: string | null;
  /** When it had come: ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
}

/** What a hop brought, when its body has been kept. */
export function toSeenAnswer(hop: Hop, bytes: Uint8Array | null): SeenAnswer {
  const { url, method } = hop.sent.request;
  return {
    url,
    method,
    status: hop.response?.status ?? null,
    headers: indexFields(listFields(hop.response?.headers ?? {})),
    bytes,
    body: hop.body.kind === 'kept' ? hop.body.ref : null,
    failure: hop.failure,
    at: hopTimes(hop).endedAt,
  };
}
