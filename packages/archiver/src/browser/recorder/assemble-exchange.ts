import type { Exchange } from '@embalm/store';
import { requestHead, responseHead } from './heads.ts';
import type { FinishedHop } from './hop.ts';
import { hopTimes } from './hop-times.ts';
import { judgeBody } from './judge-body.ts';

/**
 * Make the record of one request and its response.
 *
 * @param addressOf The address that was connected to for a host: the browser knows only its proxy's.
 */
export function assembleExchange(finished: FinishedHop, addressOf: (host: string) => string | null): Exchange {
  const { hop } = finished;
  const { url, method } = hop.sent.request;
  const { startedAt, durationMs } = hopTimes(hop);
  const head = responseHead(finished);
  const { failure, ...body } = judgeBody(finished);
  return {
    url,
    method,
    by: 'browser',
    startedAt,
    durationMs,
    protocol: hop.response?.protocol?.toLowerCase() ?? null,
    remoteAddress: head === null ? null : withPort(addressOf(new URL(url).hostname), new URL(url)),
    request: { ...requestHead(finished), body: hop.sentBody },
    response: head === null ? null : { ...head, ...body },
    failure: head === null ? (hop.failure ?? 'the capture ended before an answer came') : failure,
  };
}

function withPort(address: string | null, { protocol, port }: URL): string | null {
  if (address === null) return null;
  const host = address.includes(':') ? `[${address}]` : address;
  return `${host}:${port || (protocol === 'https:' ? '443' : '80')}`;
}
