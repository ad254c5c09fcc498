import type { Exchange } from '@embalm/store';
import {
  type DoorError,
  PrivateAddressError,
  StalledError,
  TimeoutError,
  TooLargeError,
  UnreachableError,
} from './door-error.ts';
import { RefusedAddressesError } from './guarded-lookup.ts';
import type { BodyEnd } from './receive-body.ts';

/** Why an attempt brought no whole answer. */
export type Failure =
  | { readonly kind: 'private-address'; readonly host: string; readonly address: string }
  | { readonly kind: 'too-large'; readonly maxBytes: number }
  | { readonly kind: 'timeout'; readonly timeoutMs: number }
  | { readonly kind: 'stalled'; readonly idleMs: number }
  | { readonly kind: 'undecodable'; readonly reason: string }
  | UnreachableFailure;

/** No connection, or one that broke off. */
interface UnreachableFailure {
  readonly kind: 'unreachable';
  readonly reason: string;
  readonly offline: boolean;
  /** Whether another attempt may fare better at once. */
  readonly passing: boolean;
  readonly cause: unknown;
}

/** Codes of errors before a connection: no name, no way, nobody there. */
const reasonsOffline: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'its name is not known'],
  ['EAI_AGAIN', 'names cannot be resolved at the moment'],
  ['EAI_FAIL', 'names cannot be resolved'],
  ['EAI_NODATA', 'its name has no address'],
  ['ECONNREFUSED', 'the connection was refused'],
  ['ENETUNREACH', 'there is no network'],
  ['ENETDOWN', 'the network is down'],
  ['EHOSTUNREACH', 'there is no way to it'],
  ['ETIMEDOUT', 'no connection came about'],
  ['UND_ERR_CONNECT_TIMEOUT', 'no connection came about'],
]);
const reasonsBrokenOff: ReadonlyMap<string, string> = new Map([
  ['ECONNRESET', 'the connection was reset'],
  ['EPIPE', 'the connection was closed'],
  ['UND_ERR_SOCKET', 'the connection was closed'],
]);
const certificateCode = /^(?:CERT_|ERR_TLS_CERT|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/;
const proxyRefusal = /^Proxy response \((\d{3})\) !== 200/;

/** Say why a request failed, from what the HTTP client threw. */
export function readFailure(error: unknown): Failure {
  const chain = causesOf(error);
  const refused = chain.find((cause) => cause instanceof RefusedAddressesError);
  if (refused !== undefined) return { kind: 'private-address', host: refused.hostname, address: refused.address };
  return { kind: 'unreachable', cause: error, ...describe(chain) };
}

/** Say why a body is not whole, or `null` if it is; `explain` reads what ended it. */
export function failureOfBody(end: BodyEnd, maxBytes: number, explain: (error: unknown) => Failure): Failure | null {
  switch (end.kind) {
    case 'whole':
      return null;
    case 'too-large':
      return { kind: 'too-large', maxBytes };
    case 'undecodable':
      return end;
    case 'broken-off':
      return explain(end.error);
  }
}

/** The error for a request that failed, with the evidence of all its attempts. */
export function toDoorError(failure: Failure, url: string, exchanges: readonly Exchange[]): DoorError {
  switch (failure.kind) {
    case 'private-address':
      return new PrivateAddressError(url, failure.host, failure.address, exchanges);
    case 'too-large':
      return new TooLargeError(url, failure.maxBytes, exchanges);
    case 'timeout':
      return new TimeoutError(url, failure.timeoutMs, exchanges);
    case 'stalled':
      return new StalledError(url, failure.idleMs, exchanges);
    case 'undecodable':
      return new UnreachableError(url, failure.reason, false, exchanges, undefined);
    case 'unreachable':
      return new UnreachableError(url, failure.reason, failure.offline, exchanges, failure.cause);
  }
}

function describe(chain: readonly Error[]): Pick<UnreachableFailure, 'reason' | 'offline' | 'passing'> {
  for (const cause of chain) {
    const code = 'code' in cause ? String(cause.code) : '';
    const offline = reasonsOffline.get(code);
    // A name that was not found will not be found within seconds.
    if (offline !== undefined) return { reason: offline, offline: true, passing: code === 'ECONNREFUSED' };
    const brokenOff = reasonsBrokenOff.get(code);
    if (brokenOff !== undefined) return { reason: brokenOff, offline: false, passing: true };
    if (certificateCode.test(code)) return { reason: `its certificate is not trusted (${code})`, ...lasting };
    const status = proxyRefusal.exec(cause.message)?.[1];
    if (status !== undefined) return describeProxy(Number(status));
  }
  return { reason: chain[0]?.message.slice(0, 200) ?? 'something went wrong', ...lasting };
}

const lasting = { offline: false, passing: false };

/** Proxies answer a CONNECT with 502 to 504 if they find no way to the host. */
function describeProxy(status: number): Pick<UnreachableFailure, 'reason' | 'offline' | 'passing'> {
  if (status === 407) return { reason: 'the proxy wants other credentials', ...lasting };
  const offline = status >= 502 && status <= 504;
  return { reason: `the proxy refused with HTTP ${status}`, offline, passing: false };
}

/** An error and what caused it; of several that count as one, the first too. */
function causesOf(error: unknown): readonly Error[] {
  const chain: Error[] = [];
  let next: unknown = error;
  while (next instanceof Error && chain.length < 8) {
    chain.push(next);
    next = next.cause ?? (next instanceof AggregateError ? next.errors[0] : undefined);
  }
  return chain;
}
