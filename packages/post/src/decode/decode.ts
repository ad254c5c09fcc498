import { describeValue, ShapeError, type Step } from './shape-error.ts';

/**
 * Turns a value from outside into a `T`. What comes out is newly made of the keys that are asked for, so that nothing
 * unchecked travels along: unknown keys are dropped, inherited ones (`__proto__`, `constructor`) are never looked at.
 *
 * @throws {ShapeError} If the value does not fit.
 */
export type Decode<T> = (value: unknown) => T;

/** A decoder for each key of `T`. */
export type Fields<T> = { readonly [Key in keyof T]-?: Decode<T[Key]> };

/** Any string, also an empty one. */
export const string: Decode<string> = (value) => {
  if (typeof value !== 'string') throw mismatch('a string', value);
  return value;
};

/** `true` or `false`. */
export const boolean: Decode<boolean> = (value) => {
  if (typeof value !== 'boolean') throw mismatch('true or false', value);
  return value;
};

/** A whole number from 0 to 2^53 - 1. */
export const count: Decode<number> = (value) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw mismatch('a whole number', value);
  return value;
};

/** A finite number in `[least, most]`. */
export function numberBetween(least: number, most: number): Decode<number> {
  return (value) => {
    if (typeof value === 'number' && value >= least && value <= most) return value;
    throw mismatch(most === Number.MAX_VALUE ? `a number from ${least}` : `a number from ${least} to ${most}`, value);
  };
}

/** A string that `fits`; `expected` names it in errors, as in `a day like 2022-03-05`. */
export function text<T extends string>(expected: string, fits: (value: string) => value is T): Decode<T>;
export function text(expected: string, fits: (value: string) => boolean): Decode<string>;
export function text(expected: string, fits: (value: string) => boolean): Decode<string> {
  return (value) => {
    if (typeof value === 'string' && fits(value)) return value;
    throw mismatch(expected, value);
  };
}

/** One of a few values. */
export function oneOf<const T extends string | number>(...values: readonly T[]): Decode<T> {
  return (value) => {
    if (values.includes(value as T)) return value as T;
    throw mismatch(values.map((candidate) => JSON.stringify(candidate)).join(' or '), value);
  };
}

/** A `T` or `null`. A missing key counts as `null`, so that what was written before a key existed can still be read. */
export function nullable<T>(decode: Decode<T>): Decode<T | null> {
  return (value) => (value === null || value === undefined ? null : decode(value));
}

/** An array of `T`. */
export function arrayOf<T>(decode: Decode<T>): Decode<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw mismatch('an array', value);
    const made: T[] = [];
    // Not by `Array.from`, which takes longer over its first item than most items do.
    for (let index = 0; index < value.length; index += 1) made.push(at(index, decode, value[index]));
    return made;
  };
}

/** An object with exactly the keys of `T`. */
export function object<T extends object>(fields: Fields<T>): Decode<T> {
  const keys = Object.keys(fields) as (keyof T & string)[];
  // Has the place for every key: an object that grows is copied again and again.
  const blank = Object.fromEntries(keys.map((key) => [key, undefined])) as Partial<T>;
  return (value) => {
    const from = recordOf(value);
    // One by one, in one attempt: this is most of the time that reading a record takes.
    // Not by spreading, which for objects of so many kinds goes key by key.
    const made: Partial<T> = Object.assign({}, blank);
    let current: (keyof T & string) | undefined;
    try {
      for (const key of keys) {
        current = key;
        made[key] = fields[key](own(from, key));
      }
    } catch (error) {
      throw error instanceof ShapeError && current !== undefined ? error.within(current) : error;
    }
    return made as T;
  };
}

/** An object with any keys that pass `isKey`; `expected` names such a key in errors. */
export function dictionary<T>(
  decode: Decode<T>,
  expected: string,
  isKey: (key: string) => boolean,
): Decode<Readonly<Record<string, T>>> {
  return (value) => {
    const from = Object.entries(recordOf(value));
    if (from.length === 0) return {};
    const entries = from.map(([key, item]) => {
      if (!isKey(key)) throw new ShapeError(expected, 'another key', [key]);
      return [key, at(key, decode, item)] as const;
    });
    return Object.fromEntries(entries);
  };
}

/** One of several objects, told apart by the string under `tag`. */
export function variant<T extends object>(
  tag: keyof T & string,
  cases: Readonly<Record<string, Decode<T>>>,
): Decode<T> {
  const names = Object.keys(cases);
  return (value) => {
    const name = at(tag, oneOf(...names), own(recordOf(value), tag));
    const decode = cases[name];
    if (decode === undefined) throw mismatch('a known case', name);
    return decode(value);
  };
}

/** Decode a part of a value; an error names the step to it. */
function at<T>(step: Step, decode: Decode<T>, value: unknown): T {
  try {
    return decode(value);
  } catch (error) {
    throw error instanceof ShapeError ? error.within(step) : error;
  }
}

/** The error for a value that does not fit. */
export function mismatch(expected: string, value: unknown): ShapeError {
  return new ShapeError(expected, describeValue(value));
}

type Unchecked = Readonly<Record<string, unknown>>;

function recordOf(value: unknown): Unchecked {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw mismatch('an object', value);
  return value as Unchecked;
}

function own(record: Unchecked, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
