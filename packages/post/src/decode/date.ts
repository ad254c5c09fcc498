import { isDay, isInstant, isMoment } from '../iso-date.ts';
import { type Decode, text } from './decode.ts';

/** ISO 8601 in UTC, with milliseconds: `2022-03-05T14:08:45.123Z`. */
export const instant: Decode<string> = text('an instant like 2022-03-05T14:08:45.123Z', isInstant);

/** An {@link instant}, or a day if no more is known: `2022-03-05`. */
export const isoDate: Decode<string> = text(
  'a day like 2022-03-05 or an instant like 2022-03-05T14:08:45.123Z',
  (value) => isInstant(value) || isDay(value),
);

/** A day, or a day with a time as an input gives it: `2022-03-05`, `2022-03-05T14:08`, `2022-03-05T14:08:45+01:00`. */
export const moment: Decode<string> = text(
  'a date like 2022-03-05 or 2022-03-05T14:08Z',
  (value) => isDay(value) || isMoment(value),
);
