import type { Exchange } from '@embalm/store';
import { DoorError } from '../door/door-error.ts';
import type { Door, DoorAnswer, DoorRequest } from '../door/door.ts';
import { leadsOn } from '../door/leads-on.ts';

/** What came of asking for a document. */
export type FetchedDocument =
  | {
      readonly kind: 'answer';
      /** Where it was in the end, after redirects. */
      readonly url: string;
      readonly answer: DoorAnswer;
      readonly exchanges: readonly Exchange[];
    }
  | { readonly kind: 'failed'; readonly reason: string; readonly exchanges: readonly Exchange[] };

/** How to ask. */
export interface FetchDocumentOptions extends Pick<DoorRequest, 'keeper' | 'timeoutMs' | 'signal'> {
  /** More fields for a URL; the redirects have others than the end. */
  readonly headersFor?: (url: string) => Readonly<Record<string, string>>;
}

const mostHops = 10;
const mostBytes = 32_000_000;

/**
 * Ask for the document of a web page without a browser, wherever its redirects lead. What its scripts would make of it is
 * not seen.
 *
 * @throws The signal's reason, if it aborts.
 */
export async function fetchDocument(
  start: string,
  door: Pick<Door, 'ask'>,
  { headersFor = () => ({}), ...options }: FetchDocumentOptions = {},
): Promise<FetchedDocument> {
  const exchanges: Exchange[] = [];
  let url = start;
  for (let hop = 0; hop <= mostHops; hop += 1) {
    const headers = { Accept: 'text/html, */*;q=0.5', ...headersFor(url) };
    const answer = await orRefused(door.ask({ ...options, url, scope: 'web', maxBytes: mostBytes, headers }));
    if (answer instanceof DoorError) {
      return { kind: 'failed', reason: answer.message, exchanges: [...exchanges, ...answer.exchanges] };
    }
    exchanges.push(...answer.earlier, answer.exchange);
    const location = leadsOn(answer.status) ? answer.headers.get('location') : undefined;
    if (location === undefined) return { kind: 'answer', url, answer, exchanges };
    const target = URL.parse(location, url);
    if (target === null) return { kind: 'failed', reason: `${url} leads to nothing that is an address`, exchanges };
    url = target.href;
  }
  return { kind: 'failed', reason: `it leads on and on, more than ${mostHops} times`, exchanges };
}

async function orRefused(asking: Promise<DoorAnswer>): Promise<DoorAnswer | DoorError> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof DoorError) return error;
    throw error;
  }
}
