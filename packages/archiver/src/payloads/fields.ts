import type { PayloadDiagnostic } from './payload-diagnostic.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';

/** No field of a payload that means anything is longer; a long post has 25,000 characters. */
const longestString = 200_000;
/** No list of a payload that means anything is longer. */
const longestList = 500;
const digits = /^[0-9]{1,15}$/;

/**
 * An object of a payload, read field by field. Whatever the payload holds, reading never throws: what does not fit is
 * named in the diagnostics and read as absent. Inherited keys (`__proto__`, `constructor`) are never looked at.
 */
export class Fields {
  readonly #record: JsonObject;
  readonly #path: string;
  readonly #diagnostics: PayloadDiagnostic[];

  private constructor(record: JsonObject, path: string, diagnostics: PayloadDiagnostic[]) {
    this.#record = record;
    this.#path = path;
    this.#diagnostics = diagnostics;
  }

  /** Begin with a whole payload, or `null` if it is no object. Diagnostics are added to the array. */
  static of(payload: unknown, diagnostics: PayloadDiagnostic[]): Fields | null {
    return isJsonObject(payload) ? new Fields(payload, '', diagnostics) : null;
  }

  /** The names of the fields. */
  keys(): readonly string[] {
    return Object.keys(this.#record);
  }

  /** Whether the field is there and not `null`. */
  has(key: string): boolean {
    return this.#get(key) !== null;
  }

  /** A string. */
  string(key: string): string | null {
    return this.#read(key, (value) => typeof value === 'string' && value.length <= longestString) as string | null;
  }

  /** A string that should be there. */
  wanted(key: string): string | null {
    if (!this.has(key)) this.missing(key);
    return this.string(key);
  }

  boolean(key: string): boolean | null {
    return this.#read(key, (value) => typeof value === 'boolean') as boolean | null;
  }

  /** A whole number from 0. */
  count(key: string): number | null {
    return this.#read(key, isCount) as number | null;
  }

  /** A number from 0, whole or not. */
  amount(key: string): number | null {
    return this.#read(key, (value) => typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER) as
      number | null;
  }

  /** A whole number from 0, or one written in digits. */
  digits(key: string): number | null {
    const value = this.#read(key, (found) => isCount(found) || (typeof found === 'string' && digits.test(found)));
    return value === null ? null : Number(value);
  }

  /** Whether the field is there and an array. */
  isArray(key: string): boolean {
    return Array.isArray(this.#get(key));
  }

  /** Two whole numbers from 0, the second not before the first. */
  range(key: string): readonly [number, number] | null {
    return this.#read(key, isRange) as readonly [number, number] | null;
  }

  object(key: string): Fields | null {
    const value = this.#read(key, isJsonObject);
    return value === null ? null : this.#within(value as JsonObject, this.#pathOf(key));
  }

  /** The objects of an array; an absent one has none. */
  objects(key: string): readonly Fields[] {
    return this.#items(key).flatMap((item, index) => {
      const path = `${this.#pathOf(key)}[${index}]`;
      if (isJsonObject(item)) return [this.#within(item, path)];
      this.#diagnostics.push({ path, problem: 'surprising' });
      return [];
    });
  }

  /** The strings of an array; an absent one has none. */
  strings(key: string): readonly string[] {
    return this.#items(key).filter((item) => typeof item === 'string');
  }

  /** Name a field that should be there; without a key, this object. */
  missing(key?: string): void {
    this.#note(key, 'missing');
  }

  /** Name a field whose content does not fit; without a key, this object. */
  surprising(key?: string): void {
    this.#note(key, 'surprising');
  }

  #items(key: string): readonly unknown[] {
    const value = this.#read(key, Array.isArray) as readonly unknown[] | null;
    if (value !== null && value.length > longestList) this.surprising(key);
    return value?.slice(0, longestList) ?? [];
  }

  #read(key: string, fits: (value: unknown) => boolean): unknown {
    const value = this.#get(key);
    if (value === null || fits(value)) return value;
    this.surprising(key);
    return null;
  }

  #get(key: string): unknown {
    return Object.hasOwn(this.#record, key) ? (this.#record[key] ?? null) : null;
  }

  #within(record: JsonObject, path: string): Fields {
    return new Fields(record, path, this.#diagnostics);
  }

  #note(key: string | undefined, problem: PayloadDiagnostic['problem']): void {
    this.#diagnostics.push({ path: key === undefined ? this.#path : this.#pathOf(key), problem });
  }

  #pathOf(key: string): string {
    return this.#path === '' ? key : `${this.#path}.${key}`;
  }
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isRange(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [start, end] = value as readonly unknown[];
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && Number(start) >= 0 && Number(end) >= Number(start);
}
