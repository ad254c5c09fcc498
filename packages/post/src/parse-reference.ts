import { moment } from './decode/date.ts';
import { arrayOf, type Decode, nullable, numberBetween, object, oneOf, string } from './decode/decode.ts';
import { range } from './decode/range.ts';
import { platforms } from './post-id.ts';
import { type Reference, referenceKinds } from './reference.ts';

const target = object<Reference['post']>({ platform: oneOf(...platforms), id: nullable(string) });

/**
 * Read a reference.
 *
 * @throws {ShapeError} If the value is none.
 */
export const parseReference: Decode<Reference> = object<Reference>({
  kind: oneOf(...referenceKinds),
  range,
  post: target,
  handle: nullable(string),
  name: nullable(string),
  date: nullable(moment),
  text: nullable(string),
  links: arrayOf(string),
  lang: nullable(string),
  confidence: numberBetween(0, 1),
});
