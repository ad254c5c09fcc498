import { readEnglishDate } from './dates/english.ts';

/** A date as a signature prints it. */
interface PrintedDate {
  /** Where it ends, in UTF-16 units of the text. */
  readonly end: number;
  /** ISO 8601, as in `2022-03-05`. */
  readonly day: string;
}

/** Reads the date that begins exactly at a place of a text, whatever is glued to its end. */
export type DateReader = (text: string, at: number) => PrintedDate | null;

/** One reader for each way in which embeds print dates. */
const readers: readonly DateReader[] = [readEnglishDate];

/** Read the date that begins at `at`, or `null` if none does. */
export const readDate: DateReader = (text, at) => {
  for (const read of readers) {
    const date = read(text, at);
    if (date !== null) return date;
  }
  return null;
};
