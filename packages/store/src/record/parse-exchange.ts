import { count, type Decode, instant, nullable, numberBetween, object, oneOf, string, text } from '@embalm/post/decode';
import type { BlobRef, Exchange, ExchangeRequest, ExchangeResponse } from '../exchange.ts';
import { isSha256 } from '../layout.ts';

/** 64 lower-case hex digits. */
export const sha256: Decode<string> = text('a sha256 in hex', isSha256);

/** What names a blob. */
export const blobFields: { readonly sha256: Decode<string>; readonly bytes: Decode<number> } = { sha256, bytes: count };

const blob = object<BlobRef>(blobFields);
const headSource = oneOf('verbatim', 'synthesised');

const request = object<ExchangeRequest>({ head: string, headSource, body: nullable(blob) });

const response = object<ExchangeResponse>({
  status: count,
  head: string,
  headSource,
  body: nullable(blob),
  truncated: nullable(oneOf('length', 'time', 'disconnect', 'unspecified')),
});

/**
 * Read an exchange.
 *
 * @throws {ShapeError} If the value is none.
 */
export const parseExchange: Decode<Exchange> = object<Exchange>({
  url: string,
  method: string,
  by: oneOf('browser', 'program'),
  startedAt: instant,
  durationMs: numberBetween(0, Number.MAX_VALUE),
  protocol: nullable(string),
  remoteAddress: nullable(string),
  request,
  response: nullable(response),
  failure: nullable(string),
});
