import type { CompletedRequest } from 'mockttp';

/** A request that reached the replica. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly scheme: 'http' | 'https';
  readonly host: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case; repeated fields are joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since the replica started. */
  readonly at: number;
  /** Milliseconds since the replica started when the answer was ready, or `null` until then. */
  readonly answeredAt: number | null;
  /** The answer's status, `'reset'`, or `null` until there is one. */
  readonly status: number | 'reset' | null;
  /** False if the replica plays no such host: it answered 502. */
  readonly expected: boolean;
}

/** Note a request that mockttp received. */
export function readRequest(request: CompletedRequest, at: number, isPlayed: (host: string) => boolean): SeenRequest {
  const url = new URL(request.url);
  const headers = Object.entries(request.headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')]);
  return {
    method: request.method,
    url: url.href,
    scheme: url.protocol === 'https:' ? 'https' : 'http',
    host: url.hostname,
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(headers) as Record<string, string>,
    at,
    answeredAt: null,
    status: null,
    expected: isPlayed(url.hostname),
  };
}
