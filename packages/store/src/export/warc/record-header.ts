import type { WarcRecord } from './warc-record.ts';

/**
 * The header of a WARC record, with the empty line that closes it.
 *
 * @param blockDigest Of head and payload: 64 hex digits, or `null` to leave it out.
 */
export function recordHeader(record: WarcRecord, blockLength: number, blockDigest: string | null): Uint8Array {
  const lines = [
    'WARC/1.1',
    `WARC-Type: ${record.type}`,
    `WARC-Record-ID: <${record.id}>`,
    `WARC-Date: ${record.date}`,
    ...(record.targetUri === null ? [] : [`WARC-Target-URI: ${record.targetUri}`]),
    ...record.fields.map(([name, value]) => `${name}: ${value.replaceAll(/[\r\n]/g, ' ')}`),
    ...(blockDigest === null ? [] : [`WARC-Block-Digest: sha256:${blockDigest}`]),
    `Content-Type: ${record.contentType.replaceAll(/[\r\n]/g, ' ')}`,
    `Content-Length: ${blockLength}`,
  ];
  return Buffer.from(lines.map((line) => `${line}\r\n`).join('') + '\r\n');
}

/** What closes a record. */
export const recordEnd: Uint8Array = Buffer.from('\r\n\r\n');
