import { type Platform, platformOf, type PostId } from '@embalm/post';
import PQueue from 'p-queue';
import type { WayOut } from '../way-out.ts';
import { type CheckContext, checkPost } from './check-post.ts';
import type { Checked } from './checked.ts';
import { holdLeases } from './held-leases.ts';
import { type RefreshSummary, type RunEnd, startTally } from './refresh-summary.ts';
import { pagesOf, type Selection, sweptPlatforms } from './wanted-pages.ts';
import { longestTimer } from './longest-timer.ts';

/** How far a run may go. */
export interface RunLimits {
  /** The most posts to look at; default no limit. */
  readonly budget?: number | undefined;
  /** After how many ms no other post is begun; default never. */
  readonly maxTimeMs?: number | undefined;
}

/** What a run works with. */
export interface RunContext extends Omit<CheckContext, 'door' | 'inTurn' | 'glance'> {
  /** Opens the door on first use. */
  readonly wayOut: () => Promise<WayOut>;
  /** How many posts are captured in full at a time. */
  readonly captures: number;
  /** Called as each post is done. */
  readonly onChecked?: ((checked: Checked) => void) | undefined;
}

/** Quick looks at a time: as many as there are connections to a host. */
const looks = 4;
/** Posts that wait in memory, beside those under way: the others wait in the due table. */
const pageSize = 16;
/** This many looks in a row without an answer, and X is not there, or does not want to be asked. */
const mostSilent = 8;

/**
 * Look at posts again, as far as the limits allow. Whatever ends a run, what was not looked at stays due.
 *
 * @returns What was done. If the signal aborts, what was under way is given up, and `ended` says `interrupted`.
 * @throws {NoBrowserError} If something is new, a browser is to capture it, and there is none.
 */
export async function runRefresh(
  selection: Selection,
  { budget = Number.POSITIVE_INFINITY, maxTimeMs }: RunLimits,
  context: RunContext,
): Promise<RefreshSummary> {
  const { archive, signal, now } = context;
  const tally = startTally(now());
  const failing = new AbortController();
  const stop = AbortSignal.any([signal, failing.signal]);
  const queue = new PQueue({ concurrency: looks });
  const captures = new PQueue({ concurrency: context.captures });
  const platforms = sweptPlatforms(context.browser !== null);
  const asked = new Set<Platform>(platforms);
  const nextPage = pagesOf(selection, now().getTime(), asked);
  let isSilent = false;
  let ended: RunEnd | null = null;

  await using leases = holdLeases(archive.due, fail);
  using _ = onAbort(stop, () => end('interrupted'));
  const timer = maxTimeMs === undefined ? undefined : setTimeout(end, Math.min(maxTimeMs, longestTimer), 'time');
  try {
    await feed();
    await queue.onIdle();
  } finally {
    clearTimeout(timer);
  }
  failing.signal.throwIfAborted();
  const left = await Promise.all(platforms.map((platform) => archive.due.count(platform)));
  const sum = left.reduce((total, count) => total + count, 0);
  return tally.summarise(ended ?? (isSilent ? 'silent' : 'done'), now(), sum);

  async function feed(): Promise<void> {
    for (let begun = 0; ended === null;) {
      const most = Math.min(pageSize, budget - begun);
      if (most === 0) {
        ended = 'budget';
        return;
      }
      const page = await nextPage((wanted, count) => leases.claim(wanted, count), most);
      // The time may have run out meanwhile.
      if (page === null || ended !== null) return;
      begun += page.length;
      // Those that wait are not begun when a run ends early: the error of clearing says only that.
      for (const post of page) queue.add(() => check(post)).catch(() => null);
      await queue.onSizeLessThan(looks);
    }
  }

  async function check(post: PostId): Promise<void> {
    if (isSilent && platformOf(post) === 'x') return;
    try {
      const way = await context.wayOut();
      if (way.door === null) return end('offline');
      const inTurn: CheckContext['inTurn'] = (capture) => captures.add(capture, { signal: stop });
      const checked = await checkPost(post, {
        ...context,
        door: way.door,
        inTurn,
        glance: selection.kind !== 'named',
        signal: stop,
      });
      // Nothing could be noted of a damaged one: it is held until the run ends, lest it is due again at once.
      if (checked.outcome !== 'damaged') leases.done(post);
      tally.add(checked);
      if (tally.silent >= mostSilent) giveUpX();
      context.onChecked?.(checked);
    } catch (error) {
      if (!signal.aborted) fail(error);
    }
  }

  /** Web pages are on hosts of their own. */
  function giveUpX(): void {
    isSilent = true;
    asked.delete('x');
  }

  function fail(error: unknown): void {
    failing.abort(error);
  }

  function end(how: RunEnd): void {
    ended ??= how;
    queue.clear();
  }
}

/** Calls back when a signal aborts, or has. Disposing of it ends that. */
function onAbort(signal: AbortSignal, callback: () => void): Disposable {
  if (signal.aborted) callback();
  signal.addEventListener('abort', callback, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener('abort', callback) };
}
