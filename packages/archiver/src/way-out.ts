import type { Door } from './door/door.ts';

/** The way to the network: an open door, or why there is none. */
export type WayOut = OpenWay | ClosedWay;

interface OpenWay {
  readonly door: Door;
}

interface ClosedWay {
  readonly door: null;
  /** As in `there is no network`. */
  readonly reason: string;
}
