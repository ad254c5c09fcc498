import { recordId } from './record-id.ts';
import { noBytes, type WarcRecord } from './warc-record.ts';

/**
 * The record that opens a WARC file.
 *
 * @param date ISO 8601 in UTC.
 * @param software Name and version, as in `embalm/0.1.0`.
 */
export function warcinfo(date: string, software: string): WarcRecord {
  const lines = [
    `software: ${software}`,
    'format: WARC File Format 1.1',
    'conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
    'description: posts and their captures; bodies are decoded, and fields that speak of a coding begin with X-Orig-',
  ];
  return {
    type: 'warcinfo',
    id: recordId('warcinfo', date, software),
    date,
    targetUri: null,
    contentType: 'application/warc-fields',
    fields: [],
    head: noBytes,
    payload: { kind: 'bytes', bytes: Buffer.from(lines.map((line) => `${line}\r\n`).join('')) },
    listing: null,
  };
}
