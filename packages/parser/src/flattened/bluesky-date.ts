import { readDate } from './dates.ts';

/** A handle of Bluesky and what is behind it. */
interface BlueskyDate {
  /** Without `@`. */
  readonly handle: string;
  /** ISO 8601, in the zone of whoever made the embed. */
  readonly day: string;
  /** Where it ends, in UTF-16 units of the text. */
  readonly end: number;
}

const handlePattern = /\(@(?<handle>[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,3}\.[a-z]{2,20})\)\s{1,4}/iy;

/** As in `at 1:12 AM`, `, 13:12`, `um 13:12`; the words between day and time are short in all languages. */
const time = /,?\s{1,3}(?:\p{L}{1,4}\s{1,2}){0,2}\d{1,2}[:.]\d{2}(?:\s?[ap]\.?\s?m\b\.?)?/iuy;

/** Bluesky's own names: others may be handles of Instagram, unless there is a time. */
const ownName = /\.bsky\.social$/i;

/** Read the handle and the date of Bluesky's embed from `(@` on, as in `(@ann.bsky.social) Jun 5, 2024 at 1:12 AM`. */
export function readBlueskyDate(text: string, at: number): BlueskyDate | null {
  handlePattern.lastIndex = at;
  const handle = handlePattern.exec(text)?.groups?.['handle'];
  const date = handle === undefined ? null : readDate(text, handlePattern.lastIndex);
  if (handle === undefined || date === null || date.damaged) return null;
  time.lastIndex = date.end;
  const timed = time.test(text);
  return timed || ownName.test(handle) ? { handle, day: date.day, end: timed ? time.lastIndex : date.end } : null;
}
