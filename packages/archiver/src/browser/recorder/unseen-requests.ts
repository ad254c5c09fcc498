import type { Exchange } from '@embalm/store';
import type { BrowserContext } from 'playwright';
import { writeRequestHead } from '../../door/exchange-head.ts';

/** A request, as far as it is known without its head. */
export interface RequestLine {
  readonly method: string;
  readonly url: string;
}

/** Requests of a context that the session of its page does not show: those of workers and of other windows. */
export interface UnseenRequests {
  /**
   * Records of the requests that were made beside those that were seen; they say that they were made, and no more.
   *
   * @param seen All requests that the session showed.
   */
  list(seen: readonly RequestLine[]): readonly Exchange[];
}

/** Watch all requests of a context. */
export function watchUnseenRequests(context: BrowserContext): UnseenRequests {
  const sent: (RequestLine & { readonly at: Date })[] = [];
  context.on('request', (request) => {
    const [url = ''] = request.url().split('#', 1);
    if (/^https?:/i.test(url)) sent.push({ method: request.method(), url, at: new Date() });
  });
  return {
    list(seen) {
      const counts = new Map<string, number>();
      for (const line of seen) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
      return sent
        .filter((line) => {
          const left = counts.get(keyOf(line)) ?? 0;
          counts.set(keyOf(line), left - 1);
          return left <= 0;
        })
        .map(({ at, ...line }) => unseenExchange(line, at));
    },
  };
}

function keyOf({ method, url }: RequestLine): string {
  return `${method} ${url}`;
}

function unseenExchange({ method, url }: RequestLine, at: Date): Exchange {
  return {
    url,
    method,
    by: 'browser',
    startedAt: at.toISOString(),
    durationMs: 0,
    protocol: null,
    remoteAddress: null,
    request: { head: writeRequestHead(method, new URL(url), []), headSource: 'synthesised', body: null },
    response: null,
    failure: 'not recorded: sent by a worker or another window, not by the page itself',
  };
}
