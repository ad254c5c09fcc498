import type { Exchange, ExchangeResponse } from '@embalm/store';

interface NameValue {
  readonly name: string;
  readonly value: string;
}

/** An entry of a log in the HTTP Archive format: http://www.softwareishard.com/blog/har-12-spec/. Own keys begin with `_`. */
export interface HarEntry {
  readonly startedDateTime: string;
  /** In ms. */
  readonly time: number;
  readonly request: HarRequest;
  readonly response: HarResponse;
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number };
  readonly serverIPAddress?: string;
  /** Who sent it: `browser` or `program`. */
  readonly _by: Exchange['by'];
  /** Why there is no whole answer, or `null` if there is one. */
  readonly _failure: string | null;
}

interface HarMessage {
  readonly httpVersion: string;
  readonly cookies: readonly never[];
  readonly headers: readonly NameValue[];
  readonly headersSize: number;
  readonly bodySize: number;
}

interface HarRequest extends HarMessage {
  readonly method: string;
  readonly url: string;
  readonly queryString: readonly NameValue[];
}

interface HarResponse extends HarMessage {
  /** 0 if none came. */
  readonly status: number;
  readonly statusText: string;
  readonly content: { readonly size: number; readonly mimeType: string };
  readonly redirectURL: string;
  /** The body's name in the archive, or `null` if it is not kept. */
  readonly _sha256: string | null;
  readonly _truncated: ExchangeResponse['truncated'];
}

/** Whoever gets a log to read should not get what opens doors. */
const secretFields: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'proxy-authorization',
  'set-cookie',
  'x-csrf-token',
  'x-guest-token',
]);

/** Put an exchange down as an entry: without bodies, which the archive has, and without the values of cookies and the like. */
export function toHarEntry(exchange: Exchange): HarEntry {
  const { url, startedAt, durationMs, remoteAddress, by, failure } = exchange;
  const address = remoteAddress?.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return {
    startedDateTime: startedAt,
    time: durationMs,
    request: {
      method: exchange.method,
      url,
      queryString: [...(URL.parse(url)?.searchParams ?? [])].map(([name, value]) => ({ name, value })),
      ...messageOf(exchange.request.head, exchange.protocol, exchange.request.body?.bytes ?? 0),
    },
    response: responseOf(exchange),
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
    ...(address === undefined ? {} : { serverIPAddress: address }),
    _by: by,
    _failure: failure,
  };
}

function responseOf({ response, protocol }: Exchange): HarResponse {
  if (response === null) {
    return {
      status: 0,
      statusText: '',
      ...messageOf('', protocol, -1),
      headersSize: -1,
      content: { size: 0, mimeType: 'x-unknown' },
      redirectURL: '',
      _sha256: null,
      _truncated: null,
    };
  }
  const { status, head, body, truncated } = response;
  const message = messageOf(head, protocol, body?.bytes ?? -1);
  const valueOf = (wanted: string): string | undefined =>
    message.headers.find(({ name }) => name.toLowerCase() === wanted)?.value;
  return {
    status,
    statusText: /^\S+ \d{3} ([^\r]*)/.exec(head)?.[1] ?? '',
    ...message,
    content: { size: body?.bytes ?? 0, mimeType: valueOf('content-type') ?? 'x-unknown' },
    redirectURL: valueOf('location') ?? '',
    _sha256: body?.sha256 ?? null,
    _truncated: truncated,
  };
}

function messageOf(head: string, protocol: string | null, bodySize: number): HarMessage {
  const headers = head
    .split('\r\n')
    .slice(1)
    .filter((line) => line !== '')
    .map(readField);
  return {
    httpVersion: (protocol ?? 'http/1.1').toUpperCase(),
    cookies: [],
    headers,
    headersSize: head.length + 2,
    bodySize,
  };
}

function readField(line: string): NameValue {
  const colon = line.indexOf(':');
  const name = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(colon + 1).trim();
  return { name, value: secretFields.has(name.toLowerCase()) ? '(left out)' : value };
}
