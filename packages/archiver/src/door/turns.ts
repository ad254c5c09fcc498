import type { Exchange } from '@embalm/store';
import { type Breaker, createBreaker, type Went } from './breaker.ts';
import type { Clock } from './clock.ts';
import { HostFailingError, RateLimitedError } from './door-error.ts';
import { readRetryAt } from './retry-at.ts';
import { createSpacing, type Spacing } from './spacing.ts';

/** Sees to it that no host is asked too often, too soon, or while it fails. */
export interface Turns {
  /**
   * Wait for a turn at a URL's host.
   *
   * @param patienceMs How long a host that asked for time may be waited for.
   * @throws {RateLimitedError} If it asked for more.
   * @throws {HostFailingError} If it has failed so often that it is left alone.
   * @throws The signal's reason, if it aborts.
   */
  take(url: URL, patienceMs: number, signal: AbortSignal): Promise<Turn>;
  /** Whether a host, as `URL.host` has it, neither asked for time nor is left alone because it fails. */
  areFree(host: string): boolean;
}

/** A turn at a host. Disposing of it before it is settled says nothing of the host. */
export interface Turn extends Disposable {
  /**
   * Tell of an answer. If it says when the host wants to be asked again, that holds for everybody.
   *
   * @returns That time in ms since 1970, or `null`.
   */
  hear(status: number, headers: ReadonlyMap<string, string>): number | null;
  /**
   * Wait for the same host again, for another attempt.
   *
   * @param earlier The attempts so far, for the error.
   * @throws {RateLimitedError} As {@link Turns.take}.
   */
  again(earlier: readonly Exchange[]): Promise<void>;
  /** For how many ms the host wants to be left alone; 0 if it does not. */
  heldFor(): number;
  /** Tell how all went in the end. */
  settle(went: Went): void;
}

/** Keep turns; nobody has had one yet. */
export function createTurns(spacingMsOf: (host: string) => number, clock: Clock): Turns {
  const spacing = createSpacing(spacingMsOf, clock);
  const breaker = createBreaker(clock);
  return {
    async take(url, patienceMs, signal) {
      const { host } = url;
      if (breaker.closedFor(host) > 0) throw failing(url, breaker, clock);
      const wait = async (earlier: readonly Exchange[] = []): Promise<void> => {
        if (await spacing.turn(host, patienceMs, signal)) return;
        throw new RateLimitedError(url.href, host, Math.round(clock.wall() + spacing.heldFor(host)), earlier);
      };
      await wait();
      if (!breaker.enter(host)) throw failing(url, breaker, clock);
      return openTurn(host, wait, spacing, breaker, clock);
    },
    areFree: (host) => spacing.heldFor(host) === 0 && breaker.closedFor(host) === 0,
  };
}

function openTurn(host: string, again: Turn['again'], spacing: Spacing, breaker: Breaker, clock: Clock): Turn {
  let isSettled = false;
  const settle = (went: Went): void => {
    if (!isSettled) breaker.leave(host, went);
    isSettled = true;
  };
  return {
    hear(status, headers) {
      const retryAt = readRetryAt(status, headers, clock.wall());
      if (retryAt !== null) spacing.hold(host, retryAt - clock.wall());
      return retryAt;
    },
    again,
    heldFor: () => spacing.heldFor(host),
    settle,
    [Symbol.dispose]: () => settle('unknown'),
  };
}

function failing({ href, host }: URL, breaker: Breaker, clock: Clock): HostFailingError {
  return new HostFailingError(href, host, Math.round(clock.wall() + breaker.closedFor(host)));
}
