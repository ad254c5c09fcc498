import type { DateReader } from '../dates.ts';
import { toCalendarDay } from './calendar-day.ts';

const monthFirst = /(?<month>[a-z]{3,9})\.?\s{1,3}(?<day>\d{1,2}),?\s{1,3}(?<year>\d{4})/iy;
const dayFirst = /(?<day>\d{1,2})\s{1,3}(?<month>[a-z]{3,9})\.?,?\s{1,3}(?<year>\d{4})/iy;

const months: ReadonlyMap<string, number> = new Map(
  [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sep', 'sept'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ].flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

/** `March 5, 2022` (English) and `5 March 2022` (British English); the month in full or short. */
export const readEnglishDate: DateReader = (text, at) => {
  for (const pattern of [monthFirst, dayFirst]) {
    pattern.lastIndex = at;
    const groups = pattern.exec(text)?.groups;
    const month = months.get(groups?.['month']?.toLowerCase() ?? '');
    if (groups === undefined || month === undefined) continue;
    const day = toCalendarDay(Number(groups['year']), month, Number(groups['day']));
    if (day !== null) return { end: pattern.lastIndex, day };
  }
  return null;
};
