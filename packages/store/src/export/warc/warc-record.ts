import type { BlobRef } from '../../exchange.ts';

/** A record of a WARC file (ISO 28500:2017, WARC/1.1), before it is written. */
export interface WarcRecord {
  readonly type: 'warcinfo' | 'request' | 'response' | 'revisit' | 'resource' | 'metadata';
  /** `urn:uuid:…` */
  readonly id: string;
  /** ISO 8601 in UTC, with milliseconds. */
  readonly date: string;
  /** `null` for a `warcinfo`. */
  readonly targetUri: string | null;
  /** Of the block, as in `application/http; msgtype=response`. */
  readonly contentType: string;
  /** Further named fields, in this order. */
  readonly fields: readonly WarcField[];
  /** The first part of the block: an HTTP head with the empty line that closes it; else nothing. */
  readonly head: Uint8Array;
  /** The rest of the block. */
  readonly payload: WarcPayload;
  /** What an index says of it besides its place; `null` if it is not indexed. */
  readonly listing: Listing | null;
}

/** A named field of a record. */
export type WarcField = readonly [name: string, value: string];

/** Bytes of a record: at hand, or in the archive. */
export type WarcPayload =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'blob'; readonly blob: BlobRef; readonly mediaType: string };

/** What an index says of a record. */
interface Listing {
  /** As in `text/html`; `warc/revisit` for a revisit, as indexes of web archives have it. */
  readonly mime: string;
  /** The HTTP status, or `null` if it is no answer. */
  readonly status: number | null;
  /** Of the payload: 64 hex digits. */
  readonly sha256: string;
}

/** No bytes. */
export const noBytes: Uint8Array = new Uint8Array(0);
