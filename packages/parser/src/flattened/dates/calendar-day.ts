/** X began in 2006. */
const firstYear = 2006;
const lastYear = 2099;
/** Of those years, every fourth is a leap year. */
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Write a day in ISO 8601.
 *
 * @param month From 1.
 * @returns `null` if the calendar has no such day, or if X had no posts yet.
 */
export function toCalendarDay(year: number, month: number, day: number): string | null {
  if (!(year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && day >= 1)) return null;
  if (day > (month === 2 && year % 4 === 0 ? 29 : (lengths[month - 1] ?? 0))) return null;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}
