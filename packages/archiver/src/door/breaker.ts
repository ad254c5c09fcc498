import type { Clock } from './clock.ts';

/** How a request went, with all its attempts; `unknown` if it was given up before anybody could tell. */
export type Went = 'well' | 'badly' | 'unknown';

/** What an answer's status says of a host: a refusal for now and a server error are failures, "not found" is none. */
export function wentBy(status: number): Went {
  return status === 429 || status >= 500 ? 'badly' : 'well';
}

/**
 * Leaves a host alone that fails request after request (a circuit breaker): after so many in a row it is open, and nobody
 * is let through; after a while one request may try (half-open); if that goes well, everybody may again.
 */
export interface Breaker {
  /** For how many ms a host is to be left alone; 0 if a request may be sent now. */
  closedFor(host: string): number;
  /**
   * Begin a request that {@link Breaker.closedFor} allows. Whoever begins one tells how it went.
   *
   * @returns Whether it may be sent; not if somebody else has just begun to try.
   */
  enter(host: string): boolean;
  leave(host: string, went: Went): void;
}

/** Requests in a row, each with all its attempts. A post is up to two of them. */
export const failuresToOpen = 8;
/** How long the first time; doubled each time a try fails. */
const firstRestMs = 30_000;
const longestRestMs = 10 * 60_000;

interface Host {
  failures: number;
  /** On the steady clock; `null` while everybody is let through. */
  restsUntil: number | null;
  restMs: number;
  isTried: boolean;
}

/** Make a breaker that has seen nothing. */
export function createBreaker(clock: Clock): Breaker {
  const hosts = new Map<string, Host>();

  function hostOf(name: string): Host {
    const host = hosts.get(name) ?? { failures: 0, restsUntil: null, restMs: firstRestMs, isTried: false };
    hosts.set(name, host);
    return host;
  }

  function closedFor(name: string): number {
    const { restsUntil, restMs, isTried } = hostOf(name);
    if (restsUntil === null) return 0;
    return isTried ? restMs : Math.max(0, restsUntil - clock.steady());
  }

  return {
    closedFor,
    enter(name) {
      if (closedFor(name) > 0) return false;
      const host = hostOf(name);
      host.isTried = host.restsUntil !== null;
      return true;
    },
    leave(name, went) {
      const host = hostOf(name);
      if (went === 'well') {
        Object.assign(host, { failures: 0, restsUntil: null, restMs: firstRestMs });
      } else if (went === 'badly') {
        host.failures += 1;
        if (host.isTried) host.restMs = Math.min(longestRestMs, host.restMs * 2);
        if (host.isTried || (host.restsUntil === null && host.failures >= failuresToOpen)) {
          host.restsUntil = clock.steady() + host.restMs;
        }
      }
      host.isTried = false;
    },
  };
}
