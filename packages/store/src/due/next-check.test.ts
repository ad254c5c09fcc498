import type { State } from '@embalm/post';
import { expect, test } from 'vitest';
import { nextCheckAt } from './next-check.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.parse('2026-11-22T10:00:00.000Z');

interface Case {
  readonly state: State;
  /** How long ago, at the last look. */
  readonly born: number | null;
  readonly changed: number;
  readonly since?: number;
  readonly wait: number;
}

const cases: readonly Case[] = [
  // A new post is looked at every hour at first; each calm look doubles the wait.
  { state: 'live', born: 60_000, changed: 0, wait: hour },
  { state: 'live', born: 2 * hour, changed: 2 * hour, wait: 2 * hour },
  { state: 'live', born: 8 * hour, changed: 8 * hour, wait: 8 * hour },
  { state: 'live', born: 3 * day, changed: 3 * day, wait: day },
  { state: 'live', born: 40 * day, changed: 40 * day, wait: 10 * day },
  { state: 'live', born: 3650 * day, changed: 3650 * day, wait: 60 * day },
  // An old post that was captured just now, or has changed, begins with a day.
  { state: 'live', born: 3650 * day, changed: 0, wait: day },
  { state: 'live', born: 3650 * day, changed: 5 * day, wait: 5 * day },
  { state: 'live', born: null, changed: 0, wait: day },
  { state: 'live', born: null, changed: 365 * day, wait: 60 * day },
  { state: 'live', born: 5 * day, changed: 0, wait: 12 * hour },
  // A clock that went back.
  { state: 'live', born: -day, changed: -day, wait: hour },
  { state: 'deleted', born: day, changed: 0, wait: 7 * day },
  { state: 'deleted', born: day, changed: 20 * day, wait: 20 * day },
  { state: 'deleted', born: day, changed: 900 * day, wait: 90 * day },
  { state: 'suspended', born: day, changed: 0, wait: day },
  { state: 'suspended', born: day, changed: 4 * day, wait: 4 * day },
  { state: 'protected', born: day, changed: 900 * day, wait: 30 * day },
  { state: 'age-restricted', born: day, changed: 900 * day, wait: 30 * day },
  { state: 'withheld', born: day, changed: 900 * day, wait: 30 * day },
  { state: 'unavailable', born: day, changed: 0, wait: hour },
  { state: 'unavailable', born: day, changed: hour, wait: day },
  { state: 'unavailable', born: day, changed: 25 * hour, wait: 7 * day },
  { state: 'unavailable', born: day, changed: 9 * day, wait: 30 * day },
  { state: 'unavailable', born: day, changed: 900 * day, wait: 30 * day },
  // Nobody could be reached: the post may have been calm for years, but that is another matter.
  { state: 'unreachable', born: 3650 * day, changed: 900 * day, since: 0, wait: hour },
  { state: 'unreachable', born: 3650 * day, changed: 900 * day, since: 5 * hour, wait: 5 * hour },
  { state: 'unreachable', born: 3650 * day, changed: 900 * day, since: 9 * day, wait: day },
];

test.each(cases)('$state, written $born, changed $changed ms ago: again in $wait ms', (entry) => {
  const { state, born, changed, since = changed, wait } = entry;
  const bornAt = born === null ? null : now - born;
  const next = nextCheckAt({ state, bornAt, changedAt: now - changed, since: now - since, checkedAt: now });
  expect(next - now).toBe(wait);
});

test('a calm post is looked at ever less: five times in its first day, 84 in ten years', () => {
  const end = now + 3650 * day;
  const looks: number[] = [];
  for (let at = now; at < end; looks.push(at)) {
    at = nextCheckAt({ state: 'live', bornAt: now, changedAt: now, since: now, checkedAt: at });
  }
  expect(looks.filter((at) => at <= now + day)).toHaveLength(5);
  expect(looks).toHaveLength(84);
});
