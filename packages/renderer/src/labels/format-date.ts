import { fillText } from './fill-label.ts';
import type { Labels } from './labels.ts';

const isoPattern = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z)?$/;
const dayLength = '2022-03-05'.length;
const formats = new Map<string, { readonly day: Intl.DateTimeFormat; readonly time: Intl.DateTimeFormat }>();

/** An ISO 8601 day or instant in UTC, or `null` if the text is neither. */
export function readDate(iso: string | null): string | null {
  return iso !== null && isoPattern.test(iso) && !Number.isNaN(Date.parse(iso)) ? iso : null;
}

/** The UTC day, as in `7 March 2022`. @param iso As {@link readDate} returns it. */
export function formatDay(iso: string, labels: Labels): string {
  return formatsOf(labels).day.format(Date.parse(iso));
}

/** Day and time in UTC, as in `7 March 2022, 14:02 UTC`; only the day if no time is known. */
export function formatDate(iso: string, labels: Labels): string {
  const date = formatDay(iso, labels);
  if (iso.length === dayLength) return date;
  return fillText(labels.dateAndTime, { date, time: formatsOf(labels).time.format(Date.parse(iso)) });
}

/** Day and time are formatted apart: how `Intl` joins them has changed with its data. */
function formatsOf({ formats: locale }: Labels): { day: Intl.DateTimeFormat; time: Intl.DateTimeFormat } {
  const known = formats.get(locale);
  if (known !== undefined) return known;
  const made = {
    day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    time: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' }),
  };
  formats.set(locale, made);
  return made;
}
