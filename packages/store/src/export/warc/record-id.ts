import { createHash } from 'node:crypto';

/**
 * The id of a WARC record: a UUID of version 8 (RFC 9562 §5.8) made from what the record is, so that the same record has
 * the same id in every export.
 */
export function recordId(...what: readonly (string | number)[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(what)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `urn:uuid:${parts.join('-')}`;
}
