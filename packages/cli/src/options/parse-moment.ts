import { InvalidArgumentError } from 'commander';

/** Read a day (`2022-03-05`, its beginning in UTC) or an instant with its zone (`2022-03-05T14:08Z`). */
export function parseMoment(text: string): Date {
  const time = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  // `Date` takes 31 February for 3 March.
  if (Number.isNaN(time) || !new Date(`${text.slice(0, 10)}T00:00Z`).toISOString().startsWith(text.slice(0, 10))) {
    throw new InvalidArgumentError('Expected a day such as 2022-03-05, or an instant such as 2022-03-05T14:08Z.');
  }
  return new Date(time);
}

/** Read a moment as the end of a time: a day is part of it, so that the first moment after it is what comes back. */
export function parseEnd(text: string): Date {
  const moment = parseMoment(text);
  return text.length > 10 ? moment : new Date(moment.getTime() + 86_400_000);
}
