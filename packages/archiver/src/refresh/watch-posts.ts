import { setTimeout as sleep } from 'node:timers/promises';
import { type RefreshOptions, refreshPosts } from './refresh-posts.ts';
import type { RefreshSummary } from './refresh-summary.ts';
import { longestTimer } from './longest-timer.ts';
import { sweptPlatforms } from './wanted-pages.ts';

/** How to keep watch. */
export interface WatchOptions extends RefreshOptions {
  /** Look into the archive at least this often, in ms: other programs may have added posts. */
  readonly everyMs: number;
  /** Called when a round is over. */
  readonly onRound: (summary: RefreshSummary) => Promise<void> | void;
}

/** However much is due: a round that did nothing is not repeated at once. */
const leastPauseMs = 1000;

/**
 * Look at posts as they become due, round after round, until the signal aborts. In between nothing runs, no browser
 * either. Limits hold for a round.
 *
 * @throws As `refreshPosts`.
 */
export async function watchPosts(options: WatchOptions): Promise<void> {
  const { signal, everyMs, now = () => new Date() } = options;
  while (!signal.aborted) {
    const summary = await refreshPosts({ kind: 'due' }, options);
    await options.onRound(summary);
    // What could not be done now, as with a damaged record, is due all the time.
    const isDone = summary.ended === 'done' && summary.outcomes.damaged === 0;
    const next = isDone ? await nextAt(options) : null;
    const pauseMs = next === null ? everyMs : Math.max(leastPauseMs, next - now().getTime());
    await sleep(Math.min(everyMs, pauseMs, longestTimer), undefined, { signal }).catch(() => null);
  }
}

async function nextAt({ archive, browser }: WatchOptions): Promise<number | null> {
  const times = await Promise.all(sweptPlatforms(browser).map((platform) => archive.due.nextAt(platform)));
  return times.reduce((first, time) => (first === null || (time !== null && time < first) ? time : first), null);
}
