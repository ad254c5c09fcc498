import { expect, test } from 'vitest';
import { spreadOut } from './spread-out.ts';

const hour = 3_600_000;
const now = Date.parse('2026-11-22T10:00:00.000Z');

test('a thousand posts that were archived in one moment are due over an eighth of the wait, evenly', () => {
  const times = Array.from({ length: 1000 }, (_, index) => spreadOut(`x:${20 + index}`, now, now + hour));
  const late = times.map((time) => time - now - hour);
  expect([Math.min(...late) >= 0, Math.max(...late) <= hour / 8]).toEqual([true, true]);
  const minutes = Map.groupBy(late, (ms) => Math.floor(ms / 60_000));
  expect(minutes.size).toBe(8);
  // The last is half a minute.
  for (const [minute, posts] of minutes) expect(posts.length).toBeGreaterThan(minute === 7 ? 40 : 90);
});

test('it is the same for the same look, and another for the next', () => {
  expect(spreadOut('x:20', now, now + hour)).toBe(spreadOut('x:20', now, now + hour));
  expect(spreadOut('x:20', now + 1, now + 1 + hour)).not.toBe(spreadOut('x:20', now, now + hour) + 1);
});
