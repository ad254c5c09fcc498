import { platformOf } from '@embalm/post';
import type { CheckOutcome, Checked } from './checked.ts';

/** What a run did. */
export interface RefreshSummary {
  /** ISO 8601 in UTC, with milliseconds. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly durationMs: number;
  readonly ended: RunEnd;
  readonly checked: number;
  readonly outcomes: Readonly<Record<CheckOutcome, number>>;
  /** HTTP requests, those of the browser too. */
  readonly requests: number;
  /** Of the bodies that came. */
  readonly bytes: number;
  /** How many posts are still due. */
  readonly left: number;
}

/**
 * - `done`: there was nothing more to look at.
 * - `budget`, `time`: as much was done as was allowed.
 * - `silent`: X did not answer time after time, so its other posts were left for later.
 * - `offline`: there is no network.
 * - `interrupted`: somebody asked the run to stop.
 */
export type RunEnd = 'done' | 'budget' | 'time' | 'silent' | 'offline' | 'interrupted';

/** Counts what a run does. */
export interface Tally {
  add(checked: Checked): void;
  /** How many checks of X's posts in a row, to the last one, got no answer. */
  readonly silent: number;
  summarise(ended: RunEnd, endedAt: Date, left: number): RefreshSummary;
}

/** Begin to count. */
export function startTally(startedAt: Date): Tally {
  const started = performance.now();
  const outcomes = { unchanged: 0, changed: 0, unreachable: 0, damaged: 0 };
  let [requests, bytes, silent] = [0, 0, 0];
  return {
    add(checked) {
      outcomes[checked.outcome] += 1;
      requests += checked.requests;
      bytes += checked.bytes;
      if (platformOf(checked.post) === 'x') silent = checked.outcome === 'unreachable' ? silent + 1 : 0;
    },
    get silent() {
      return silent;
    },
    summarise: (ended, endedAt, left) => ({
      startedAt: startedAt.toISOString(),
      endedAt: endedAt.toISOString(),
      durationMs: Math.round(performance.now() - started),
      ended,
      checked: Object.values(outcomes).reduce((sum, count) => sum + count, 0),
      outcomes,
      requests,
      bytes,
      left,
    }),
  };
}
