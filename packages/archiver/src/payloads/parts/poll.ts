import type { Poll } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { readTime } from '../read-time.ts';
import { readBindings, readNumber, readString } from './bindings.ts';

/** As in `poll4choice_text_only`, `poll2choice_image`, `poll3choice_video`. */
const pollName = /^poll([2-9])choice_/;

/** Read the poll that a card may be. */
export function readPoll(card: Fields): Poll | null {
  const choices = Number(pollName.exec(card.string('name') ?? '')?.[1] ?? 0);
  const values = readBindings(card);
  if (choices === 0 || values === null) return null;
  const numbers = Array.from({ length: choices }, (_, index) => index + 1);
  return {
    choices: numbers.flatMap((number) => {
      const label = readString(values, `choice${number}_label`);
      if (label === null) values.missing(`choice${number}_label`);
      return label === null ? [] : [{ label, votes: readNumber(values, `choice${number}_count`) }];
    }),
    endsAt: readTime(readString(values, 'end_datetime_utc') ?? ''),
    final: values.get('counts_are_final')?.boolean('boolean_value') ?? false,
  };
}
