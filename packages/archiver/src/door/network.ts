import dns from 'node:dns';
import { isPublicAddress } from './address-guard.ts';
import { type Clock, systemClock } from './clock.ts';
import type { LookupAll } from './guarded-lookup.ts';

/** What the door takes from the machine. Only tests of the door replace it: nothing outside can. */
export interface Network {
  readonly lookup: LookupAll;
  readonly isAllowedAddress: (address: string) => boolean;
  /** Ports that may be asked for, besides those of the schemes. */
  readonly extraPorts: ReadonlySet<string>;
  readonly clock: Clock;
  /** Before the first retry, in ms; doubled for the next, and up to doubled by chance. */
  readonly retryDelayMs: number;
  /** Chance, from 0 to 1. */
  readonly random: () => number;
}

/** The public internet. */
export const publicNetwork: Network = {
  lookup: dns.lookup,
  isAllowedAddress: isPublicAddress,
  extraPorts: new Set(),
  clock: systemClock,
  retryDelayMs: 500,
  random: Math.random,
};
