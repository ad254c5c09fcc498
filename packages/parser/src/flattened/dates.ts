import { readNamedMonth } from './dates/named-month.ts';
import { readNumberedMonth } from './dates/numbered-month.ts';

/** A date as a signature prints it. */
interface PrintedDate {
  /** Where it ends, in UTF-16 units of the text. */
  readonly end: number;
  /** ISO 8601, as in `2022-03-05`. */
  readonly day: string;
  /** Whether it lost its words to a flattener that drops what is not ASCII: then it is a date only behind a lost dash. */
  readonly damaged: boolean;
}

/** Reads the date that begins exactly at a place of a text, whatever is glued to its end. */
export type DateReader = (text: string, at: number) => PrintedDate | null;

/** One reader for each way in which embeds print dates. */
const readers: readonly DateReader[] = [readNamedMonth, readNumberedMonth];

/** Pages of X printed a time before the day, as in `5:53 PM - 11 Jun 2015`: of which zone, they did not say. */
const time = /\d{1,2}[:.]\d{2}(?:\s?[ap]\.?\s?m\.?)?\s{0,2}[-–—·,]\s{0,2}/iy;

/** Read the date that begins at `at`, or `null` if none does. */
export const readDate: DateReader = (text, at) => {
  time.lastIndex = at;
  const start = time.test(text) ? time.lastIndex : at;
  for (const read of readers) {
    const date = read(text, start);
    if (date !== null) return date;
  }
  return null;
};
