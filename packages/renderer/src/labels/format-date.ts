import { fillText } from './fill-label.ts';
import type { Labels } from './labels.ts';
import { remember } from './remember.ts';

const isoPattern = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z)?$/;
const dayLength = '2022-03-05'.length;
const minuteLength = '2022-03-05T14:02'.length;

/** An ISO 8601 day or instant in UTC, without milliseconds that are zero, or `null` if the text is neither. */
export function readDate(iso: string | null): string | null {
  return iso === null ? null : readIso(iso);
}

const readIso = remember((iso: string): string | null => {
  if (!isoPattern.test(iso) || Number.isNaN(Date.parse(iso))) return null;
  return iso.endsWith('.000Z') ? `${iso.slice(0, -'.000Z'.length)}Z` : iso;
});

/** The UTC day, as in `7 March 2022`. @param iso As {@link readDate} returns it. */
export function formatDay(iso: string, { formats }: Labels): string {
  return formatsOf(formats).day(iso.slice(0, dayLength));
}

/** Day and time in UTC, as in `7 March 2022, 14:02 UTC`; only the day if no time is known. */
export function formatDate(iso: string, labels: Labels): string {
  const date = formatDay(iso, labels);
  if (iso.length === dayLength) return date;
  const time = formatsOf(labels.formats).time(iso.slice(dayLength + 1, minuteLength));
  return fillText(labels.dateAndTime, { date, time });
}

/** Day and time are formatted apart: how `Intl` joins them has changed with its data. */
const formatsOf = remember((locale: string) => {
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  return {
    /** Of a day like `2022-03-05`. */
    day: remember((text: string) => day.format(Date.parse(text))),
    /** Of a time like `14:02`. */
    time: remember((text: string) => time.format(Date.parse(`2000-01-01T${text}Z`))),
  };
});
