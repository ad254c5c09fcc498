import type { DateReader } from '../dates.ts';
import { toCalendarDay } from './calendar-day.ts';

/** Dates whose month has a number and a word beside it, in today's forms and in those from before 2016. */
const patterns: readonly RegExp[] = [
  // 2016年7月13日 · 2016년 2월 25일 · 2014, 5月 28 · 2011 7月 6日
  /(?<year>\d{4})(?:[年년],?\s{0,2}|,?\s{1,2})(?<month>\d{1,2})[月월]\s{0,2}(?<day>\d{1,2})[日일]?/y,
  // 1月 15, 2012
  /(?<month>\d{1,2})[月월]\s{0,2}(?<day>\d{1,2}),\s{1,2}(?<year>\d{4})/y,
  // 1 tháng 4, 2019 · 1 thg 4, 2019, also without what is not ASCII
  /(?<day>\d{1,2})\s{1,2}(?:th(?:á|a\u0301?)?ng|thg)\.?\s{1,2}(?<month>\d{1,2}),?\s{1,2}(?:n(?:ă|a\u0306?)m\s{1,2})?(?<year>\d{4})/iy,
];

/** What is left of them where all that is not ASCII is lost, but for those with spaces nothing to tell the numbers apart. */
const remains: readonly RegExp[] = [
  /(?<year>\d{4}),?\s{1,2}(?<month>\d{1,2})\s{1,2}(?<day>\d{1,2})(?!\d)/y,
  /(?<month>\d{1,2})\s{1,2}(?<day>\d{1,2}),\s{1,2}(?<year>\d{4})(?!\d)/y,
];
const digits = /(?<year>\d{4})(?<rest>\d{2,4})(?!\d)/y;

/** Chinese, Japanese, Korean and Vietnamese dates. */
export const readNumberedMonth: DateReader = (text, at) => {
  for (const [list, damaged] of [
    [patterns, false],
    [remains, true],
  ] as const) {
    for (const pattern of list) {
      pattern.lastIndex = at;
      const groups = pattern.exec(text)?.groups;
      if (groups === undefined) continue;
      const day = toCalendarDay(Number(groups['year']), Number(groups['month']), Number(groups['day']));
      if (day !== null) return { end: pattern.lastIndex, day, damaged };
    }
  }
  return readGluedNumbers(text, at);
};

/** `2016713` can be but one day, `2016129` two: such a one is none. */
const readGluedNumbers: DateReader = (text, at) => {
  digits.lastIndex = at;
  const groups = digits.exec(text)?.groups;
  if (groups === undefined) return null;
  const rest = groups['rest'] ?? '';
  const days = [1, 2]
    .filter((length) => !rest.startsWith('0') && rest.charAt(length) !== '0')
    .map((length) => toCalendarDay(Number(groups['year']), Number(rest.slice(0, length)), Number(rest.slice(length))))
    .filter((day) => day !== null);
  const [day] = days;
  return days.length === 1 && day !== undefined ? { end: digits.lastIndex, day, damaged: true } : null;
};
