import type { Range } from '../range.ts';
import { arrayOf, count, type Decode, mismatch } from './decode.ts';

const counts = arrayOf(count);

/** `[start, end]` with `start <= end`. */
export const range: Decode<Range> = (value) => {
  const [start, end, ...rest] = counts(value);
  if (start === undefined || end === undefined || end < start || rest.length > 0) {
    throw mismatch('a range [start, end]', value);
  }
  return [start, end];
};
