/** X began in 2006. */
const firstYear = 2006;
const lastYear = 2099;

/**
 * Write a day in ISO 8601.
 *
 * @param month From 1.
 * @returns `null` if the calendar has no such day, or if X had no posts yet.
 */
export function toCalendarDay(year: number, month: number, day: number): string | null {
  if (year < firstYear || year > lastYear) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}
