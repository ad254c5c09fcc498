import type { State } from '@embalm/post';

/** What is known of a post's past looks. Times are ms since 1970. */
export interface PastLooks {
  /** What the last look found. */
  readonly state: State;
  /** When the post was written, or `null` if nobody knows: then it counts as old. */
  readonly bornAt: number | null;
  /** When its newest record was captured: a record is only written when something changed. */
  readonly changedAt: number;
  /** Since when every look found this state. */
  readonly since: number;
  /** When it was last looked at. */
  readonly checkedAt: number;
}

const hour = 3_600_000;
const day = 24 * hour;

/**
 * When a post should be looked at again, in ms since 1970.
 *
 * A post that X shows is left alone for as long as it has been calm, so that the wait doubles with each look that finds
 * nothing new, and starts again after a change. Its age bounds that: posts are edited and deleted when they are young.
 * One that is gone is asked for less and less, a deleted one at last every 90 days: notices are wrong at times, and accounts come
 * back.
 */
export function nextCheckAt({ state, bornAt, changedAt, since, checkedAt }: PastLooks): number {
  const age = checkedAt - (bornAt ?? Number.NEGATIVE_INFINITY);
  return Math.round(checkedAt + waitOf(state, checkedAt - changedAt, checkedAt - since, age));
}

function waitOf(state: State, calm: number, lasting: number, age: number): number {
  switch (state) {
    case 'live':
      return between(between(hour, age / 10, day), calm, between(day, age / 4, 60 * day));
    case 'deleted':
      return between(7 * day, lasting, 90 * day);
    case 'suspended':
    case 'protected':
    case 'age-restricted':
    case 'withheld':
      return between(day, lasting, 30 * day);
    case 'unavailable':
      return stepAfter(lasting);
    case 'unreachable':
      return between(hour, lasting, day);
  }
}

/** "Not found" may be a hiccup: it is looked into at once, then less and less. */
function stepAfter(lasting: number): number {
  if (lasting < hour) return hour;
  if (lasting < day) return day;
  return lasting < 7 * day ? 7 * day : 30 * day;
}

function between(least: number, value: number, most: number): number {
  return Math.min(Math.max(least, value), most);
}
