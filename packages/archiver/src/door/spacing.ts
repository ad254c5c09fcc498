import type { Clock } from './clock.ts';

/** Keeps requests to one host apart. */
export interface Spacing {
  /**
   * Wait for the next turn at a host.
   *
   * @param patienceMs How long a hold may be waited for.
   * @returns Whether the turn has come; if not, the host is held for longer than that.
   * @throws The signal's reason, if it aborts; the turn is lost.
   */
  turn(host: string, patienceMs: number, signal: AbortSignal): Promise<boolean>;
  /** Let nobody through to a host for `ms`, because it asked for that. A shorter time than one set before changes nothing. */
  hold(host: string, ms: number): void;
  /** For how many ms a host still wants to be left alone; 0 if it does not. */
  heldFor(host: string): number;
}

interface Host {
  /** The earliest start of the next request. */
  next: number;
  heldUntil: number;
}

/** Keep requests to one host apart, each host by a time of its own in ms. */
export function createSpacing(spacingMsOf: (host: string) => number, clock: Clock): Spacing {
  const hosts = new Map<string, Host>();

  function hostOf(name: string): Host {
    const host = hosts.get(name) ?? { next: Number.NEGATIVE_INFINITY, heldUntil: Number.NEGATIVE_INFINITY };
    hosts.set(name, host);
    return host;
  }

  return {
    async turn(name, patienceMs, signal) {
      const host = hostOf(name);
      for (;;) {
        const now = clock.steady();
        if (host.heldUntil - now > patienceMs) return false;
        const start = Math.max(now, host.next, host.heldUntil);
        host.next = start + spacingMsOf(name);
        if (start > now) await clock.sleep(start - now, signal);
        // A hold that was set meanwhile sends those who waited to the end of the line.
        if (host.heldUntil <= start) return true;
      }
    },
    hold(name, ms) {
      const host = hostOf(name);
      host.heldUntil = Math.max(host.heldUntil, clock.steady() + ms);
    },
    heldFor(name) {
      return Math.max(0, (hosts.get(name)?.heldUntil ?? Number.NEGATIVE_INFINITY) - clock.steady());
    },
  };
}
