import type { BlobRef, Exchange, ExchangeResponse } from '../../exchange.ts';
import { headField, requestBlockHead, responseBlockHead } from './http-block.ts';
import { recordId } from './record-id.ts';
import { targetUri } from './target-uri.ts';
import { noBytes, type WarcField, type WarcPayload, type WarcRecord } from './warc-record.ts';

/** Where a body was written first. */
export interface FirstPlace {
  readonly id: string;
  readonly uri: string;
  readonly date: string;
}

/**
 * Says where the body of an answer was written first; `null` if nowhere, and then the given place is its first from now
 * on.
 */
export type FindFirst = (sha256: string, place: FirstPlace) => FirstPlace | null;

const noPayload: WarcPayload = { kind: 'bytes', bytes: noBytes };
const identicalPayload = 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest';

/**
 * The WARC records of an exchange: its request, and its response if there is one. A body that was written before makes
 * the response a revisit of that.
 *
 * @param key What the exchange is: its record's digest and its number there.
 */
export function exchangeRecords(
  exchange: Exchange,
  key: readonly (string | number)[],
  findFirst: FindFirst,
): readonly WarcRecord[] {
  const { request, response } = exchange;
  const shared = { date: exchange.startedAt, targetUri: targetUri(exchange.url) };
  const requestId = recordId(...key, 'request');
  const responseId = recordId(...key, 'response');
  const asked: WarcRecord = {
    ...shared,
    type: 'request',
    id: requestId,
    contentType: 'application/http; msgtype=request',
    fields: [
      ...wireFields(exchange),
      ...(response === null ? [] : [['WARC-Concurrent-To', `<${responseId}>`] as const]),
      ...payloadDigest(request.body),
    ],
    head: requestBlockHead(request),
    payload: payloadOf(request.body, 'application/octet-stream'),
    listing: null,
  };
  if (response === null) return [asked];
  return [answerRecord(exchange, response, { ...shared, id: responseId }, requestId, findFirst), asked];
}

function answerRecord(
  exchange: Exchange,
  response: ExchangeResponse,
  shared: Pick<WarcRecord, 'id' | 'date'> & { readonly targetUri: string },
  requestId: string,
  findFirst: FindFirst,
): WarcRecord {
  const { body, status, truncated } = response;
  const mime = mimeOf(response);
  const place = { id: shared.id, uri: shared.targetUri, date: shared.date };
  const first = body === null || body.bytes === 0 ? null : findFirst(body.sha256, place);
  const fields: readonly WarcField[] = [
    ...wireFields(exchange),
    ['WARC-Concurrent-To', `<${requestId}>`],
    ...payloadDigest(body),
    ...(truncated === null ? [] : [['WARC-Truncated', truncated] as const]),
  ];
  const answer = { ...shared, contentType: 'application/http; msgtype=response', head: responseBlockHead(response) };
  const sha256 = body?.sha256 ?? noBytesSha256;
  if (first === null) {
    const listing = { mime, status, sha256 };
    return { ...answer, type: 'response', fields, payload: payloadOf(body, mime), listing };
  }
  return {
    ...answer,
    type: 'revisit',
    fields: [
      ...fields,
      ['WARC-Profile', identicalPayload],
      ['WARC-Refers-To', `<${first.id}>`],
      ['WARC-Refers-To-Target-URI', first.uri],
      ['WARC-Refers-To-Date', first.date],
    ],
    payload: noPayload,
    listing: { mime: 'warc/revisit', status, sha256 },
  };
}

/** As IIPC's extension fields have it; the address is without its port. */
function wireFields({ protocol, remoteAddress }: Exchange): readonly WarcField[] {
  const address = remoteAddress === null ? null : /^\[?([0-9a-f.:]{2,45}?)\]?(?::\d{1,5})?$/i.exec(remoteAddress)?.[1];
  return [
    ...(address === null || address === undefined ? [] : [['WARC-IP-Address', address] as const]),
    ...(protocol === null ? [] : [['WARC-Protocol', protocol] as const]),
  ];
}

function payloadDigest(body: BlobRef | null): readonly WarcField[] {
  return body === null ? [] : [['WARC-Payload-Digest', `sha256:${body.sha256}`]];
}

function payloadOf(body: BlobRef | null, mediaType: string): WarcPayload {
  return body === null || body.bytes === 0 ? noPayload : { kind: 'blob', blob: body, mediaType };
}

/** As in `text/html`, in lower case. */
export function mimeOf({ head }: ExchangeResponse): string {
  const [mime = ''] = (headField(head, 'content-type') ?? '').split(';', 1);
  return /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(mime.trim()) ? mime.trim().toLowerCase() : 'unknown';
}

/** The sha256 of no bytes. */
const noBytesSha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
