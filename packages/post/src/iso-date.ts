const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
/** One of the first 28 days, which every month has, and an hour and a minute of the day: there is nothing to be looked up. */
const plainInstantPattern = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const momentPattern = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?$/;

/** Whether a string is a day of the calendar, as in `2022-03-05`. `Date` alone would take 31 February for 3 March. */
export function isDay(value: string): boolean {
  return dayPattern.test(value) && isExact(`${value}T00:00:00.000Z`);
}

/** Whether a string is an instant in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export function isInstant(value: string): boolean {
  return plainInstantPattern.test(value) || (instantPattern.test(value) && isExact(value));
}

/** Whether a string is a day with a time, in any of the ISO 8601 forms that inputs carry: with or without seconds and zone. */
export function isMoment(value: string): boolean {
  const day = momentPattern.exec(value)?.[1];
  return day !== undefined && isDay(day) && !Number.isNaN(Date.parse(value));
}

function isExact(instant: string): boolean {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return false;
  return new Date(time).toISOString() === instant;
}
