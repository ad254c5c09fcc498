import type { Exchange } from '@embalm/store';
import type { Scope } from './scope.ts';

/** What to do about an error: nothing will help, or the same may work later. */
export type Remedy = 'never' | 'later';

/** A request was refused, or no whole answer came. */
export abstract class DoorError extends Error {
  abstract readonly remedy: Remedy;
  readonly url: string;
  /** Every attempt, in its order: evidence too. Empty if nothing was sent. */
  readonly exchanges: readonly Exchange[];

  constructor(url: string, message: string, exchanges: readonly Exchange[] = [], cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.url = url;
    this.exchanges = exchanges;
  }
}

/** Only `http:` and `https:` on their own ports, without credentials, are asked for. */
export class UrlNotAllowedError extends DoorError {
  override readonly name = 'UrlNotAllowedError';
  override readonly remedy = 'never';

  constructor(url: string, why: string) {
    super(url, `${shorten(url)} is not asked for: ${why}.`);
  }
}

/** The host is not one of those that may be reached by who asks. */
export class HostNotAllowedError extends DoorError {
  override readonly name = 'HostNotAllowedError';
  override readonly remedy = 'never';
  readonly host: string;
  readonly scope: Scope;

  constructor(url: string, host: string, scope: Scope) {
    const why =
      scope === 'web'
        ? 'is a name that only a local network could know; only public hosts are asked.'
        : `is not among the hosts that ${scope} may reach.`;
    super(url, `${shorten(host)} ${why}`);
    this.host = host;
    this.scope = scope;
  }
}

/** The host is, or its name leads to, an address that is not on the public internet. */
export class PrivateAddressError extends DoorError {
  override readonly name = 'PrivateAddressError';
  override readonly remedy = 'never';
  readonly address: string;

  constructor(url: string, host: string, address: string, exchanges: readonly Exchange[] = []) {
    const subject = host === address ? address : `${shorten(host)} leads to ${address}, which`;
    super(url, `${subject} is not a public address; only those are connected to.`, exchanges);
    this.address = address;
  }
}

/** The body is longer than the request allows. */
export class TooLargeError extends DoorError {
  override readonly name = 'TooLargeError';
  override readonly remedy = 'never';
  readonly maxBytes: number;

  constructor(url: string, maxBytes: number, exchanges: readonly Exchange[]) {
    super(url, `${shorten(url)} has more than the ${maxBytes} bytes that are taken.`, exchanges);
    this.maxBytes = maxBytes;
  }
}

/** No whole answer came in time. */
export class TimeoutError extends DoorError {
  override readonly name = 'TimeoutError';
  override readonly remedy = 'later';
  readonly timeoutMs: number;

  constructor(url: string, timeoutMs: number, exchanges: readonly Exchange[]) {
    super(url, `${shorten(url)} gave no whole answer within ${timeoutMs} ms.`, exchanges);
    this.timeoutMs = timeoutMs;
  }
}

/** An answer came to a stand, or all but. */
export class StalledError extends DoorError {
  override readonly name = 'StalledError';
  override readonly remedy = 'later';
  readonly idleMs: number;

  constructor(url: string, idleMs: number, exchanges: readonly Exchange[]) {
    super(url, `${shorten(url)} sent next to nothing for ${idleMs} ms.`, exchanges);
    this.idleMs = idleMs;
  }
}

/** The host has asked to be left alone until a time that this request cannot wait for. Nothing more was sent. */
export class RateLimitedError extends DoorError {
  override readonly name = 'RateLimitedError';
  override readonly remedy = 'later';
  /** Ms since 1970. */
  readonly retryAt: number;

  constructor(url: string, host: string, retryAt: number, exchanges: readonly Exchange[] = []) {
    super(url, `${host} wants no requests before ${new Date(retryAt).toISOString()}.`, exchanges);
    this.retryAt = retryAt;
  }
}

/** The host has failed again and again, and is left alone for a while. Nothing was sent. */
export class HostFailingError extends DoorError {
  override readonly name = 'HostFailingError';
  override readonly remedy = 'later';
  /** Ms since 1970. */
  readonly retryAt: number;

  constructor(url: string, host: string, retryAt: number) {
    super(url, `${host} has failed again and again; it is left alone until ${new Date(retryAt).toISOString()}.`);
    this.retryAt = retryAt;
  }
}

/** The host, or the proxy on the way to it, could not be reached, or broke off. */
export class UnreachableError extends DoorError {
  override readonly name = 'UnreachableError';
  override readonly remedy = 'later';
  /** Whether it looks as if this machine had no network: the name was not found, or no connection came about. */
  readonly offline: boolean;

  constructor(url: string, reason: string, offline: boolean, exchanges: readonly Exchange[], cause: unknown) {
    super(url, `${shorten(url)} could not be read: ${reason}.`, exchanges, cause);
    this.offline = offline;
  }
}

const longestShown = 200;

function shorten(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
