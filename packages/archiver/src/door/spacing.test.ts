import { expect, it } from 'vitest';
import { createManualClock } from '../../test/manual-clock.ts';
import { createSpacing } from './spacing.ts';

const { signal } = new AbortController();

it('lets the first request through at once, and keeps the next ones apart', async () => {
  const clock = createManualClock();
  const spacing = createSpacing(() => 100, clock);
  const starts = await Promise.all([1, 2, 3].map(() => spacing.turn('t.co', 0, signal).then(() => clock.steady())));
  expect(starts).toEqual([0, 100, 200]);
});

it('keeps hosts apart from each other', async () => {
  const clock = createManualClock();
  const spacing = createSpacing(() => 100, clock);
  await Promise.all(['a', 'b', 'c'].map((host) => spacing.turn(host, 0, signal)));
  expect(clock.steady()).toBe(0);
});

it('does not wait when enough time has passed', async () => {
  const clock = createManualClock();
  const spacing = createSpacing(() => 100, clock);
  await spacing.turn('t.co', 0, signal);
  clock.advance(500);
  await spacing.turn('t.co', 0, signal);
  expect(clock.steady()).toBe(500);
});

it('waits for the end of a hold, also for one that is set meanwhile', async () => {
  const clock = createManualClock();
  const spacing = createSpacing(() => 100, clock);
  await spacing.turn('t.co', 0, signal);
  const second = spacing.turn('t.co', 5000, signal);
  spacing.hold('t.co', 3000);
  spacing.hold('t.co', 10);
  expect(spacing.heldFor('t.co')).toBe(3000);
  await expect(second).resolves.toBe(true);
  expect(clock.steady()).toBeGreaterThanOrEqual(3000);
  expect(spacing.heldFor('t.co')).toBe(0);
});

it('says so when a hold takes longer than anybody would wait', async () => {
  const clock = createManualClock();
  const spacing = createSpacing(() => 100, clock);
  spacing.hold('t.co', 3000);
  await expect(spacing.turn('t.co', 2999, signal)).resolves.toBe(false);
  expect(clock.steady()).toBe(0);
});

it('stops waiting when the signal aborts', async () => {
  const spacing = createSpacing(() => 60_000, createManualClock({ stopped: true }));
  const stop = new AbortController();
  await spacing.turn('t.co', 0, stop.signal);
  const second = spacing.turn('t.co', 0, stop.signal);
  stop.abort(new Error('enough'));
  await expect(second).rejects.toThrow('enough');
});
