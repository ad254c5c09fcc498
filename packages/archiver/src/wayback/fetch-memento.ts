import type { Exchange } from '@embalm/store';
import type { DoorAnswer, DoorRequest } from '../door/door.ts';
import { leadsOn } from '../door/leads-on.ts';
import type { SourceContext } from '../sources/source.ts';
import { timeOfCapture, waybackHost } from './capture.ts';

/** The bytes of a capture as they were. */
export interface FetchedMemento {
  readonly answer: DoorAnswer;
  /** Where it is. */
  readonly url: string;
  /** When it was captured: ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  readonly exchanges: readonly Exchange[];
}

/** Where there is no capture of a moment, the archive leads to the nearest. */
const mostHops = 3;
const pathPattern = /^\/web\/(\d{14})[a-z_]{0,4}\//;

/**
 * Fetch a capture from the Wayback Machine, or the nearest to it. Redirects that were captured lead away from the
 * archive's own paths, and are not followed.
 *
 * @throws {DoorError} If there is no whole answer.
 */
export async function fetchMemento(
  start: string,
  { door, signal }: Pick<SourceContext, 'door' | 'signal'>,
  options: Pick<DoorRequest, 'maxBytes' | 'timeoutMs' | 'idleMs' | 'resumable'>,
): Promise<FetchedMemento> {
  const exchanges: Exchange[] = [];
  let url = start;
  for (let hop = 1; ; hop += 1) {
    const answer = await door.ask({ ...options, url, scope: 'wayback', retries: 1, signal });
    exchanges.push(...answer.earlier, answer.exchange);
    const next = leadsOn(answer.status) ? URL.parse(answer.headers.get('location') ?? '', url) : null;
    const isOwn = next?.hostname === waybackHost && next.protocol === 'https:' && pathPattern.test(next.pathname);
    if (next === null || !isOwn || hop >= mostHops) return { answer, url, at: readTime(answer, url), exchanges };
    url = next.href;
  }
}

/** RFC 7089, or the URL's own time. */
function readTime({ headers, exchange }: DoorAnswer, url: string): string {
  const said = Date.parse(headers.get('memento-datetime') ?? '');
  const inUrl = timeOfCapture(pathPattern.exec(URL.parse(url)?.pathname ?? '')?.[1] ?? '');
  return new Date(Number.isNaN(said) ? (inUrl ?? Date.parse(exchange.startedAt)) : said).toISOString();
}
