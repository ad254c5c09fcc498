import type { BlobRef, Exchange } from '@embalm/store';
import type { Keeper } from './keeper.ts';
import type { AllowedHosts, Scope } from './scope.ts';
import type { Turn } from './turns.ts';

/**
 * The one door for all traffic. It lets each who asks through to its own hosts only, and to public addresses, within caps on
 * bytes and time, spaced per host, and returns every exchange as evidence.
 */
export interface Door extends AsyncDisposable {
  /**
   * Ask for a URL with this program's own HTTP client. Redirects are not followed: a caller that follows one asks
   * again, so that every hop passes the same checks.
   *
   * An answer of any status is an answer. The body has been kept in the archive when this resolves. Connection errors,
   * 429 and 5xx are tried again while there is time.
   *
   * @throws {DoorError} If the request was refused, or no whole answer came. Its `exchanges` are evidence too.
   * @throws The signal's reason, if it aborts.
   */
  ask(request: DoorRequest): Promise<DoorAnswer>;

  /**
   * Wait for a turn at a URL's host, for a browser that is about to ask it; who takes one tells what came of it.
   *
   * @param patienceMs How long a host that asked for time may be waited for.
   * @throws {RateLimitedError} If it asked for more.
   * @throws {HostFailingError} If it has failed so often that it is left alone.
   * @throws The signal's reason, if it aborts.
   */
  takeTurn(request: Pick<DoorRequest, 'url' | 'scope'>, patienceMs: number, signal: AbortSignal): Promise<Turn>;

  /**
   * Open the way for a browser: a CONNECT proxy on loopback that makes the same checks. One for each scope, for the door's
   * lifetime.
   */
  openBrowserProxy(scope: Scope): Promise<BrowserProxy>;

  /**
   * Open the way for a browser that is to show one web page, which takes its parts from anywhere: it leads to every host of
   * the public internet, except those that asked to be left alone for now. Disposing of it ends all that goes through it.
   */
  openPageProxy(): Promise<BrowserProxy & AsyncDisposable>;
}

/** What to ask for. */
export interface DoorRequest {
  readonly url: string;
  /** Who asks, and so which hosts may be asked. */
  readonly scope: Scope;
  /** Default `GET`, or `POST` if there is a body. */
  readonly method?: 'GET' | 'HEAD';
  /** What to send; its media type is one of the `headers`. It is kept as evidence, too. */
  readonly body?: Uint8Array;
  /** Extra fields; `User-Agent`, `Accept` and `Accept-Encoding: identity` have defaults. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The most bytes of body to take, decoded; default 8 MiB. A longer one is a `TooLargeError`. */
  readonly maxBytes?: number;
  /** For all attempts together, in ms, from the moment of the first; default the door's `timeoutMs`. */
  readonly timeoutMs?: number;
  /**
   * How long an answer may bring nothing, or less than 1 kB a second, in ms; default as long as there is time. With it, a
   * long `timeoutMs` does not mean a long wait for a host that has fallen silent.
   */
  readonly idleMs?: number;
  /** Whether to ask for the rest of a body that breaks off, instead of for all of it again. Default false. */
  readonly resumable?: boolean;
  /** How often to try again after a connection error, a 429 or a 5xx; default 2. */
  readonly retries?: number;
  /** Who keeps the body of this answer; default the door's own keeper. */
  readonly keeper?: Keeper;
  readonly signal?: AbortSignal | undefined;
}

/** An answer, whatever its status. */
export interface DoorAnswer {
  readonly status: number;
  /** Names in lower case; the values of a repeated field are joined with `, `. */
  readonly headers: ReadonlyMap<string, string>;
  readonly exchange: Exchange;
  /** The body, whole, as it is kept; `null` if there is none. Of one that came in parts, each exchange has its part. */
  readonly body: BlobRef | null;
  /** The attempts before this one, in their order. */
  readonly earlier: readonly Exchange[];
  /** When a 429 or 503 wants to be asked again, in ms since 1970; `null` if it does not say. */
  readonly retryAt: number | null;
  /** The first bytes of the body, at most 64: enough to tell what it is. */
  readonly start: Uint8Array;
  /** The body, read back from the archive: for payloads, not for videos. */
  bytes(): Promise<Uint8Array>;
  text(): Promise<string>;
}

/** The browser's way out. */
export interface BrowserProxy {
  /** As in `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Whether the certificates of the proxy behind this one are to be accepted (only with `--proxy-ca`). */
  readonly acceptProxyCertificates: boolean;
  /** The address that was connected to for a host, for the record; `null` if a proxy hid it. */
  addressOf(host: string): string | null;
}

/** How the door is set. */
export interface DoorSettings {
  /** Hosts that may be reached, for each who asks; a name stands for itself only. */
  readonly allowedHosts: AllowedHosts;
  /** The proxy everything goes through, as in `http://proxy.example:3128`, or `null`. */
  readonly proxy: string | null;
  /** PEM of the authority that proxy signs with, or `null`. */
  readonly proxyCa: string | null;
  /** The default for one request with all its attempts, in ms. */
  readonly timeoutMs: number;
  /** The least time between two requests of this program to a host, in ms. */
  readonly spacingMsOf: (host: string) => number;
  readonly userAgent: string;
  /** The most that may come through one connection of the browser, in bytes; default 128 MiB. */
  readonly maxConnectionBytes?: number;
  /** Called with every attempt of this program's own HTTP client, as it ends. */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
}
