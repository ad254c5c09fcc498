import { gzipSync } from 'node:zlib';

/** A WARC record for a test. */
export interface MadeRecord {
  readonly type?: string;
  readonly url: string;
  readonly date?: string;
  /** With its head, or only a body of JSON. */
  readonly block: Uint8Array | string;
  /** The length that it claims; default its own. */
  readonly claims?: number;
}

/** Make a WARC file, each record a gzip member. */
export function makeWarc(records: readonly MadeRecord[]): Buffer {
  return Buffer.concat(records.map((record) => gzipSync(writeRecord(record))));
}

/** An HTTP response with this body. */
export function responseWith(type: string, body: Uint8Array | string, ...fields: readonly string[]): Buffer {
  const head = ['HTTP/1.1 200 OK', `Content-Type: ${type}`, ...fields, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head), Buffer.from(body)]);
}

function writeRecord({ type = 'response', url, date = '2022-03-07T10:15:00Z', block, claims }: MadeRecord): Buffer {
  const bytes = Buffer.from(block);
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    `WARC-Date: ${date}`,
    'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>',
    `Content-Type: ${type === 'response' ? 'application/http; msgtype=response' : 'application/json'}`,
    `Content-Length: ${claims ?? bytes.length}`,
    '',
    '',
  ];
  return Buffer.concat([Buffer.from(head.join('\r\n')), bytes, Buffer.from('\r\n\r\n')]);
}
