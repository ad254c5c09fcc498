import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { readContentType } from '../../read/content-type.ts';
import { mostRecordBytes } from './record-limit.ts';

/** What an HTTP response, as it went over the wire, says and holds. */
export interface HttpMessage {
  /** As in `text/html`, in lower case; empty if it does not say. */
  readonly mediaType: string;
  readonly charset: string | null;
  readonly body: Buffer;
}

const headEnd = /\r?\n\r?\n/;
const usualHead = 2048;
const longestHead = 65_536;

/**
 * Read an HTTP response with its head, its chunks and its compression.
 *
 * @returns `null` if it has no head.
 * @throws If its compression is damaged, or unpacks to more than a record may have.
 */
export function readHttpMessage(bytes: Buffer): HttpMessage | null {
  let start = bytes.toString('latin1', 0, usualHead);
  if (!start.startsWith('HTTP/')) return null;
  let end = headEnd.exec(start);
  if (end === null) {
    start = bytes.toString('latin1', 0, longestHead);
    end = headEnd.exec(start);
  }
  if (end === null) return null;
  const headers = readHeaders(start.slice(0, end.index));
  const raw = bytes.subarray(end.index + end[0].length);
  const chunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  const payload = chunked ? joinChunks(raw) : raw;
  const body = decodeContent(payload, headers.get('content-encoding') ?? '');
  return { ...readContentType(headers.get('content-type') ?? ''), body };
}

/** Header lines by their names in lower case; the last of a name counts. The first line is none. */
export function readHeaders(head: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/).slice(1)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

/** Some crawlers keep the header and not the compression: what does not begin as compressed data is left as it is. */
function decodeContent(body: Buffer, encoding: string): Buffer {
  const limit = { maxOutputLength: mostRecordBytes };
  switch (encoding.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, limit) : body;
    case 'deflate':
      return body[0] === 0x78 ? inflateSync(body, limit) : body;
    case 'br':
      return brotliDecompressSync(body, limit);
    case 'zstd':
      return body[0] === 0x28 && body[1] === 0xb5 ? zstdDecompressSync(body, limit) : body;
    default:
      return body;
  }
}

/** Crawlers that keep the header and not the chunks exist as well: then the body stays as it is. */
function joinChunks(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const size = /^(?<hex>[\da-f]{1,7})[^\r\n]{0,99}\r\n/i.exec(body.toString('latin1', at, at + 120));
    if (size === null) return parts.length === 0 ? body : Buffer.concat(parts);
    const start = at + size[0].length;
    const length = Number.parseInt(size.groups?.['hex'] ?? '0', 16);
    if (length === 0) return Buffer.concat(parts);
    parts.push(body.subarray(start, start + length));
    at = start + length + 2;
  }
}
