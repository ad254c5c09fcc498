import { readHttpMessage } from '@embalm/parser/read';
import type { Exchange } from '@embalm/store';
import type { ImportTarget } from '../import-job.ts';
import { createPendingBlob, type PendingBlob } from '../pending-blob.ts';
import type { WarcEntry } from './read-warc.ts';

/** A response in a WARC file. */
export interface WarcResponse {
  readonly url: string;
  readonly exchange: Exchange;
  /** The body that the exchange names; not kept yet. */
  readonly pending: PendingBlob;
  /** Decoded. */
  readonly body: Buffer;
  /** As in `text/html`; empty if it does not say. */
  readonly mediaType: string;
}

/**
 * Take a response out of a record. Nothing is kept yet.
 *
 * @returns `null` if it is no HTTP response.
 * @throws If its compression is damaged, or unpacks to too much.
 */
export function responseOf({ fields }: WarcEntry, block: Buffer, archive: ImportTarget): WarcResponse | null {
  const url = URL.parse((fields.get('warc-target-uri') ?? '').replace(/^<|>$/g, ''));
  const at = instantOf(fields.get('warc-date') ?? '');
  const message = readHttpMessage(block);
  if (url === null || at === null || message === null) return null;
  const head = headOf(block);
  const status = Number(/^HTTP\/\S{1,5} (\d{3})/.exec(head)?.[1] ?? 0);
  const pending = createPendingBlob(archive, message.body);
  const exchange: Exchange = {
    url: url.href,
    method: 'GET',
    by: 'program',
    startedAt: at,
    durationMs: 0,
    protocol: fields.get('warc-protocol')?.toLowerCase() ?? null,
    remoteAddress: fields.get('warc-ip-address') ?? null,
    request: {
      head: `GET ${url.pathname}${url.search} HTTP/1.1\r\nhost: ${url.host}\r\n`,
      headSource: 'synthesised',
      body: null,
    },
    response: {
      status,
      head,
      headSource: 'verbatim',
      body: pending.ref,
      truncated: truncatedOf(fields.get('warc-truncated')),
    },
    failure: null,
  };
  return { url: url.href, exchange, pending, body: message.body, mediaType: message.mediaType };
}

/** With CRLF line ends, whatever the file has. */
function headOf(block: Buffer): string {
  const text = block.toString('latin1', 0, 65_536);
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  return `${text.slice(0, end).replaceAll(/\r?\n/g, '\r\n')}\r\n`;
}

/** WARC-Date as records have it: UTC with milliseconds. */
function instantOf(text: string): string | null {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function truncatedOf(text: string | undefined): NonNullable<Exchange['response']>['truncated'] {
  switch (text) {
    case undefined:
      return null;
    case 'length':
    case 'time':
    case 'disconnect':
      return text;
    default:
      return 'unspecified';
  }
}
