export type { Decode, Fields } from './decode/decode.ts';
export {
  arrayOf,
  boolean,
  count,
  dictionary,
  mismatch,
  nullable,
  numberBetween,
  object,
  oneOf,
  string,
  text,
  variant,
} from './decode/decode.ts';
export { instant, isoDate, moment } from './decode/date.ts';
export { postId } from './decode/post-id.ts';
export { range } from './decode/range.ts';
