import { moment } from './decode/date.ts';
import {
  arrayOf,
  boolean,
  type Decode,
  type Fields,
  nullable,
  numberBetween,
  object,
  oneOf,
  string,
} from './decode/decode.ts';
import { range } from './decode/range.ts';
import { platforms } from './post-id.ts';
import { type Reference, type ReferenceAlternative, referenceKinds } from './reference.ts';

const target = object<Reference['post']>({ platform: oneOf(...platforms), id: nullable(string) });

const alternatives = nullable(
  arrayOf(object<ReferenceAlternative>({ text: nullable(string), confidence: numberBetween(0, 1) })),
);

type Optional = 'alternatives' | 'inString';

const fields: Omit<Fields<Reference>, Optional> = {
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
};
const reference = object<Omit<Reference, Optional>>(fields);
const others = object<{
  readonly alternatives: readonly ReferenceAlternative[] | null;
  readonly inString: boolean | null;
}>({ alternatives, inString: nullable(boolean) });

/**
 * Read a reference.
 *
 * @throws {ShapeError} If the value is none.
 */
export const parseReference: Decode<Reference> = (value) => {
  const read = reference(value);
  const { alternatives: found, inString } = others(value);
  return { ...read, ...(found === null ? {} : { alternatives: found }), ...(inString === null ? {} : { inString }) };
};
