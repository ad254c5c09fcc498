/** Bytes that the archive keeps once, named by their digest. */
export interface BlobRef {
  /** 64 lower-case hex digits. */
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * One HTTP request and its response, as evidence. Heads are text with CRLF line ends and without the blank line that
 * closes them; a head the transport does not show (HTTP/2, a client library) is synthesised as HTTP/1.1 and says so.
 */
export interface Exchange {
  readonly url: string;
  readonly method: string;
  /** Who sent it: the browser that showed the page, or this program. */
  readonly by: 'browser' | 'program';
  /** ISO 8601 in UTC, with milliseconds. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** ALPN name, as in `http/1.1` and `h2`, or `null` if it is not known. */
  readonly protocol: string | null;
  /** The address that was connected to (`192.0.2.1:443`), or `null` if a proxy hid it. */
  readonly remoteAddress: string | null;
  readonly request: ExchangeRequest;
  /** `null` if none came. */
  readonly response: ExchangeResponse | null;
  /** Why there is no response, or why its body is not whole; `null` if all went well. */
  readonly failure: string | null;
}

/** The request's half of an {@link Exchange}. */
export interface ExchangeRequest {
  readonly head: string;
  readonly headSource: HeadSource;
  readonly body: BlobRef | null;
}

/** The response's half of an {@link Exchange}. */
export interface ExchangeResponse {
  readonly status: number;
  readonly head: string;
  readonly headSource: HeadSource;
  /**
   * The body after transfer and content decoding, whatever coding the head names; `null` if it was not kept, and
   * `truncated` says why. Of redirects that a browser followed none is kept, for it shows none: `truncated` is
   * `unspecified` then, and the exchange has no `failure`.
   */
  readonly body: BlobRef | null;
  /** As in WARC-Truncated, or `null` if the body is whole. */
  readonly truncated: 'length' | 'time' | 'disconnect' | 'unspecified' | null;
}

/** Whether a head is as it was on the wire, or was put together from its parsed fields. */
export type HeadSource = 'verbatim' | 'synthesised';
