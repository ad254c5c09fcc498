import { expect, it } from 'vitest';
import { readRetryAt } from './retry-at.ts';

const now = Date.UTC(2026, 0, 1, 12);
const read = (status: number, fields: Record<string, string>): number | null =>
  readRetryAt(status, new Map(Object.entries(fields)), now);

it('reads Retry-After in seconds and as a date', () => {
  expect(read(429, { 'retry-after': '30' })).toBe(now + 30_000);
  expect(read(503, { 'retry-after': 'Thu, 01 Jan 2026 12:01:00 GMT' })).toBe(now + 60_000);
});

it('reads the time at which X resets its limit', () => {
  expect(read(429, { 'x-rate-limit-reset': String(now / 1000 + 90) })).toBe(now + 90_000);
});

it('takes the later of both', () => {
  expect(read(429, { 'retry-after': '120', 'x-rate-limit-reset': String(now / 1000 + 90) })).toBe(now + 120_000);
});

it('never goes back in time, and never further than a day', () => {
  expect(read(429, { 'x-rate-limit-reset': '1' })).toBe(now);
  expect(read(429, { 'retry-after': '999999999999' })).toBe(now + 86_400_000);
});

it('knows nothing where nothing is said', () => {
  expect(read(429, {})).toBeNull();
  expect(read(429, { 'retry-after': 'soon', 'x-rate-limit-reset': '-1' })).toBeNull();
  expect(read(429, { 'retry-after': '2026-01-01 13:00' })).toBeNull();
  expect(read(200, { 'retry-after': '30', 'x-rate-limit-reset': String(now / 1000 + 90) })).toBeNull();
});
