import type { WarcPayload } from './warc-record.ts';

/** Media that are compressed already: what deflate takes of them costs twenty times what it saves. */
const packed =
  /^(?:image\/(?:jpeg|png|gif|webp|avif|jxl)|video\/|audio\/|font\/woff|application\/(?:zip|gzip|zstd|x-gzip|font-woff|pdf|octet-stream$))/;

/**
 * How hard to compress a record: zlib's 0 (stored as it is) for packed media, else 4, which measured on records and
 * scripts takes half the time of 6 for 3 % more bytes.
 */
export function compressionLevel(payload: WarcPayload): 0 | 4 {
  return payload.kind === 'blob' && packed.test(payload.mediaType) ? 0 : 4;
}
