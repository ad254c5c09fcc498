import { toCalendarDay } from './calendar-day.ts';

/** The Buddhist era, in which Thai counts years, began 543 years before ours. */
const buddhistOffset = 543;
const firstBuddhistYear = 2500;

/**
 * Write a day in ISO 8601, whose year may be of the Buddhist era: X has no other posts of those years.
 *
 * @returns `null` if there is no such day.
 */
export function toDay(year: number, month: number, day: number): string | null {
  return toCalendarDay(year >= firstBuddhistYear ? year - buddhistOffset : year, month, day);
}

/** The Persian year in which X's first one begins, and the last of those whose leap years are known here. */
const firstPersianYear = 1384;
const lastPersianYear = 1472;
const persianEpochYear = 1400;
/** The first of Farvardin 1400. */
const persianEpoch = Date.UTC(2021, 2, 21);
const dayLength = 86_400_000;
/** The remainders by 33 that leap years have, between 1343 and 1472. */
const leaps: ReadonlySet<number> = new Set([1, 5, 9, 13, 17, 22, 26, 30]);

/**
 * Write a day of the Persian calendar in ISO 8601.
 *
 * @returns `null` if there is no such day, or if X had no posts yet.
 */
export function persianToDay(year: number, month: number, day: number): string | null {
  const length = month <= 6 ? 31 : month <= 11 || leaps.has(year % 33) ? 30 : 29;
  if (!(year >= firstPersianYear && year <= lastPersianYear) || month < 1 || month > 12 || day < 1 || day > length)
    return null;
  let days = 0;
  for (let past = persianEpochYear; past < year; past += 1) days += leaps.has(past % 33) ? 366 : 365;
  for (let past = year; past < persianEpochYear; past += 1) days -= leaps.has(past % 33) ? 366 : 365;
  days += month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  const date = new Date(persianEpoch + (days + day - 1) * dayLength);
  return toCalendarDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
