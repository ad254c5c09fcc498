import type { BlobRef, Exchange, ExchangeResponse } from '@embalm/store';
import { writeRequestHead, writeResponseHead } from './exchange-head.ts';
import type { Failure } from './failure.ts';
import type { CheckedRequest, OpenResponse } from './send-request.ts';
import type { Wire } from './wire-tap.ts';

/** What came of a request. */
export interface Noted {
  readonly response: Omit<OpenResponse, 'body'> | null;
  readonly body: BlobRef | null;
  readonly failure: Failure | null;
}

/** When and over what a request went. */
export interface Circumstances {
  /** ISO 8601 in UTC, with milliseconds. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly wire: Wire;
  /** The host's `address:port`, or `null` if a proxy hides it. */
  readonly peer: string | null;
}

/** Put a request and what came of it down as evidence. */
export function noteExchange(request: CheckedRequest, noted: Noted, around: Circumstances): Exchange {
  return {
    url: request.url.href,
    method: request.method,
    by: 'program',
    startedAt: around.startedAt,
    durationMs: around.durationMs,
    protocol: noted.response === null ? null : 'http/1.1',
    remoteAddress: around.peer,
    request: {
      head: around.wire.head ?? writeRequestHead(request.method, request.url, request.fields),
      headSource: around.wire.head === null ? 'synthesised' : 'verbatim',
      body: request.body?.kept ?? null,
    },
    response: noteResponse(noted),
    failure: noted.failure === null ? null : describeFailure(noted.failure),
  };
}

function noteResponse({ response, body, failure }: Noted): ExchangeResponse | null {
  if (response === null) return null;
  return {
    status: response.status,
    head: writeResponseHead(response.status, response.reason, response.fields),
    headSource: 'synthesised',
    body,
    truncated: failure === null ? null : truncationOf(failure),
  };
}

function truncationOf(failure: Failure): ExchangeResponse['truncated'] {
  switch (failure.kind) {
    case 'too-large':
      return 'length';
    case 'timeout':
    case 'stalled':
      return 'time';
    case 'undecodable':
    case 'private-address':
      return 'unspecified';
    case 'unreachable':
      return 'disconnect';
  }
}

function describeFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'too-large':
      return `the body has more than ${failure.maxBytes} bytes`;
    case 'timeout':
      return `no whole answer came within ${failure.timeoutMs} ms`;
    case 'stalled':
      return `next to nothing came for ${failure.idleMs} ms`;
    case 'private-address':
      return `${failure.host} leads to ${failure.address}, which is not a public address`;
    case 'undecodable':
    case 'unreachable':
      return failure.reason;
  }
}
