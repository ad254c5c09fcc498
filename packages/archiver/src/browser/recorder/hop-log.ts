import type { FinishedHop, Hop, HopExtras } from './hop.ts';
import type {
  DataEvent,
  FailedEvent,
  FinishedEvent,
  RequestEvent,
  RequestExtraEvent,
  ResponseEvent,
  ResponseExtraEvent,
} from './network-events.ts';

/** Puts events together that belong together, in whatever order they come. */
export interface HopLog {
  /** @returns The new hop, and the redirected one before it; `null` for what is no HTTP. */
  request(event: RequestEvent): { readonly hop: Hop; readonly redirected: Hop | null } | null;
  requestExtra(event: RequestExtraEvent): void;
  response(event: ResponseEvent): void;
  responseExtra(event: ResponseExtraEvent): void;
  servedFromCache(requestId: string): void;
  data(event: DataEvent): void;
  /** The newest hop under a request id, or `null` if there is none. */
  newest(requestId: string): Hop | null;
  /** @returns The hop that ended, or `null` if it is not in the log. */
  end(event: FinishedEvent | FailedEvent): Hop | null;
  /** Every hop that went out on the network, in the order in which they were sent. */
  hops(): readonly FinishedHop[];
}

/** All hops under one request id: the browser keeps the id through redirects. */
interface Chain {
  readonly hops: Hop[];
  /** In the order of the hops that have them; they carry no other sign of which hop is theirs. */
  readonly requestExtras: RequestExtraEvent[];
  readonly responseExtras: ResponseExtraEvent[];
  fromCache: boolean;
}

const noExtras: HopExtras = { request: null, response: null };

/** Make an empty log. */
export function createHopLog(): HopLog {
  const chains = new Map<string, Chain>();
  const order: { readonly chain: Chain; readonly hop: Hop }[] = [];

  return {
    request(event) {
      if (!/^https?:/i.test(event.request.url)) return null;
      const chain = chainOf(event.requestId);
      const redirected = event.redirectResponse === undefined ? null : (chain.hops.at(-1) ?? null);
      if (redirected !== null) {
        redirected.response = event.redirectResponse ?? null;
        redirected.hasExtra = event.redirectHasExtraInfo;
        redirected.endedAt = event.timestamp;
      }
      const hop = newHop(event);
      chain.hops.push(hop);
      order.push({ chain, hop });
      return { hop, redirected };
    },
    requestExtra(event) {
      chainOf(event.requestId).requestExtras.push(event);
    },
    response(event) {
      const hop = chains.get(event.requestId)?.hops.at(-1);
      if (hop === undefined) return;
      hop.response = event.response;
      hop.hasExtra = event.hasExtraInfo;
    },
    responseExtra(event) {
      chainOf(event.requestId).responseExtras.push(event);
    },
    servedFromCache(requestId) {
      chainOf(requestId).fromCache = true;
    },
    data(event) {
      const hop = chains.get(event.requestId)?.hops.at(-1);
      if (hop !== undefined) hop.receivedBytes += event.dataLength;
    },
    newest: (requestId) => chains.get(requestId)?.hops.at(-1) ?? null,
    end(event) {
      const chain = chains.get(event.requestId);
      const hop = chain?.hops.at(-1);
      if (chain === undefined || hop === undefined || chain.fromCache) return null;
      hop.endedAt = event.timestamp;
      if ('errorText' in event) hop.failure = describeFailure(event);
      return hop;
    },
    hops() {
      const extras = new Map([...chains.values()].flatMap((chain) => Array.from(matchExtras(chain))));
      return order
        .filter(({ chain }) => !chain.fromCache)
        .map(({ hop }) => {
          const { request, response } = extras.get(hop) ?? noExtras;
          return { hop, request, response };
        });
    },
  };

  function chainOf(requestId: string): Chain {
    const known = chains.get(requestId);
    if (known !== undefined) return known;
    const chain: Chain = { hops: [], requestExtras: [], responseExtras: [], fromCache: false };
    chains.set(requestId, chain);
    return chain;
  }
}

function newHop(sent: RequestEvent): Hop {
  return {
    sent,
    sentBody: null,
    response: null,
    hasExtra: null,
    receivedBytes: 0,
    endedAt: null,
    failure: null,
    body: { kind: 'missing', why: 'the capture ended before its body came', truncated: 'unspecified' },
  };
}

/** A hop without a response does not say whether it has true heads: it takes what the others leave. */
function* matchExtras(chain: Chain): Generator<[Hop, HopExtras]> {
  const requests = chain.requestExtras.values();
  const responses = chain.responseExtras.values();
  for (const hop of chain.hops) {
    if (hop.hasExtra === false) continue;
    yield [hop, { request: requests.next().value ?? null, response: responses.next().value ?? null }];
  }
}

function describeFailure({ errorText, blockedReason }: FailedEvent): string {
  return blockedReason === 'inspector' ? 'not captured: analytics or a stream' : errorText;
}
