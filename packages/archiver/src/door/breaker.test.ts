import { expect, it } from 'vitest';
import { createManualClock } from '../../test/manual-clock.ts';
import { type Breaker, createBreaker, failuresToOpen, type Went } from './breaker.ts';

/** Sends a request, if it may be sent. */
function send(breaker: Breaker, went: Went, host = 't.co'): boolean {
  if (!breaker.enter(host)) return false;
  breaker.leave(host, went);
  return true;
}

function fail(breaker: Breaker, times: number): void {
  for (let n = 0; n < times; n += 1) send(breaker, 'badly');
}

it('lets everybody through until requests fail one after the other', () => {
  const breaker = createBreaker(createManualClock());
  fail(breaker, failuresToOpen - 1);
  expect(send(breaker, 'well')).toBe(true);
  fail(breaker, failuresToOpen - 1);
  expect(breaker.closedFor('t.co')).toBe(0);
  fail(breaker, 1);
  expect(breaker.closedFor('t.co')).toBe(30_000);
  expect(send(breaker, 'well')).toBe(false);
});

it('leaves other hosts alone', () => {
  const breaker = createBreaker(createManualClock());
  fail(breaker, failuresToOpen);
  expect(send(breaker, 'well', 'x.com')).toBe(true);
});

it('lets one request try after a rest, and everybody if that goes well', () => {
  const clock = createManualClock();
  const breaker = createBreaker(clock);
  fail(breaker, failuresToOpen);
  clock.advance(29_999);
  expect(breaker.enter('t.co')).toBe(false);
  clock.advance(1);
  expect(breaker.enter('t.co')).toBe(true);
  expect(breaker.enter('t.co')).toBe(false);
  breaker.leave('t.co', 'well');
  expect([send(breaker, 'badly'), send(breaker, 'badly')]).toEqual([true, true]);
});

it('rests twice as long after each try that fails, for ten minutes at most', () => {
  const clock = createManualClock();
  const breaker = createBreaker(clock);
  fail(breaker, failuresToOpen);
  const rests = [60_000, 120_000, 240_000, 480_000, 600_000, 600_000].map(() => {
    clock.advance(breaker.closedFor('t.co'));
    send(breaker, 'badly');
    return breaker.closedFor('t.co');
  });
  expect(rests).toEqual([60_000, 120_000, 240_000, 480_000, 600_000, 600_000]);
});

it('lets the next one try if a try was given up', () => {
  const clock = createManualClock();
  const breaker = createBreaker(clock);
  fail(breaker, failuresToOpen);
  clock.advance(30_000);
  expect(send(breaker, 'unknown')).toBe(true);
  expect(breaker.enter('t.co')).toBe(true);
});

it('is not opened for longer by requests that were under way when it opened', () => {
  const clock = createManualClock();
  const breaker = createBreaker(clock);
  breaker.enter('t.co');
  fail(breaker, failuresToOpen);
  clock.advance(10_000);
  breaker.leave('t.co', 'badly');
  expect(breaker.closedFor('t.co')).toBe(20_000);
});
