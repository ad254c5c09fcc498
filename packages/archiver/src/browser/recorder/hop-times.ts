import type { Hop } from './hop.ts';

/** When a request was sent, and when it ended: ISO 8601 in UTC, with milliseconds. */
export interface HopTimes {
  readonly startedAt: string;
  /** The same as `startedAt` while it has not ended. */
  readonly endedAt: string;
  readonly durationMs: number;
}

/** Tell the times of a request: it starts on the wall clock, and lasts on the browser's own, which never goes back. */
export function hopTimes({ sent, endedAt }: Hop): HopTimes {
  const start = sent.wallTime * 1000;
  const durationMs = Math.max(0, Math.round(((endedAt ?? sent.timestamp) - sent.timestamp) * 1000));
  return {
    startedAt: new Date(start).toISOString(),
    endedAt: new Date(start + durationMs).toISOString(),
    durationMs,
  };
}
