import { createHash } from 'node:crypto';
import type { Exchange } from '@embalm/store';
import type { Door, DoorAnswer, DoorRequest } from '../src/door/door.ts';
import { TooLargeError, UnreachableError } from '../src/door/door-error.ts';
import { checkUrl } from '../src/door/check-url.ts';
import { publicNetwork } from '../src/door/network.ts';
import { listAllowedHosts } from '../src/allowed-hosts.ts';
import { witnessNames } from '../src/witness-name.ts';

/** What a fake door answers. */
export type FakeAnswer =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
      readonly retryAt?: number;
    }
  | 'offline'
  | Error;

const allowedHosts = listAllowedHosts(witnessNames);

/** A door to a few answers. */
export interface FakeDoor extends Door {
  readonly asked: readonly string[];
  readonly requests: readonly DoorRequest[];
}

/**
 * Open a door behind which each URL has its answer, and every other a 404. It refuses what the real one refuses to who asks.
 *
 * @param keep Keeps bodies, unless a request names somebody else; default nobody does.
 */
export function openFakeDoor(
  answers: Readonly<Record<string, FakeAnswer>>,
  keep: (bytes: Uint8Array) => Promise<unknown> = async () => {},
): FakeDoor {
  const requests: DoorRequest[] = [];
  return {
    requests,
    get asked() {
      return requests.map(({ url }) => url);
    },
    async ask(request) {
      const { url, scope } = request;
      checkUrl(url, { ...publicNetwork, scope, allowedHosts: allowedHosts[scope] ?? new Set() });
      requests.push(request);
      const answer = answerOf(request, answers[request.url] ?? { status: 404 });
      const bytes = await answer.bytes();
      await (request.keeper === undefined ? keep(bytes) : request.keeper.keepStream(piecesOf(bytes)));
      return answer;
    },
    takeTurn: async () => ({
      hear: () => null,
      again: async () => {},
      heldFor: () => 0,
      settle() {},
      [Symbol.dispose]() {},
    }),
    openBrowserProxy: () => Promise.reject(new Error('No browser here')),
    openPageProxy: () => Promise.reject(new Error('No browser here')),
    async [Symbol.asyncDispose]() {},
  };
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield bytes;
}

function answerOf(request: DoorRequest, fake: FakeAnswer): DoorAnswer {
  if (fake instanceof Error) throw fake;
  if (fake === 'offline') {
    throw new UnreachableError(request.url, 'its name is not known', true, [exchangeOf(request.url, null)], null);
  }
  const bytes = typeof fake.body === 'string' ? new TextEncoder().encode(fake.body) : (fake.body ?? new Uint8Array());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const body = { sha256, bytes: bytes.length };
  const exchange = exchangeOf(request.url, {
    status: fake.status,
    head: '',
    headSource: 'synthesised',
    body,
    truncated: null,
  });
  if (bytes.length > (request.maxBytes ?? Infinity)) {
    throw new TooLargeError(request.url, request.maxBytes ?? 0, [exchange]);
  }
  return {
    status: fake.status,
    headers: new Map(Object.entries(fake.headers ?? {})),
    exchange,
    body,
    earlier: [],
    retryAt: fake.retryAt ?? null,
    start: bytes.subarray(0, 64),
    bytes: async () => bytes,
    text: async () => new TextDecoder().decode(bytes),
  };
}

function exchangeOf(url: string, response: Exchange['response']): Exchange {
  return {
    url,
    method: 'GET',
    by: 'program',
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 1,
    protocol: 'http/1.1',
    remoteAddress: null,
    request: { head: `GET ${url} HTTP/1.1\r\n`, headSource: 'synthesised', body: null },
    response,
    failure: null,
  };
}
