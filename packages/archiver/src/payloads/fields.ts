import type { PayloadDiagnostic } from './payload-diagnostic.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';

/** No field of a payload that means anything is longer; a long post has 25,000 characters. */
const longestString = 200_000;
/** No list of a payload that means anything is longer. */
const longestList = 500;
const longestId = 64;
const digits = /^[0-9]{1,15}$/;
const booleans: ReadonlySet<unknown> = new Set([true, false, 'true', 'false']);

/**
 * An object of a payload, read field by field. Whatever the payload holds, reading never throws: what does not fit is
 * named in the diagnostics and read as absent. Inherited keys (`__proto__`, `constructor`) are never looked at.
 */
export class Fields {
  readonly #record: JsonObject;
  readonly #path: string;
  readonly #diagnostics: PayloadDiagnostic[];
  /** All objects of the payload that were looked into. */
  readonly #opened: Fields[];
  #use: 'none' | 'asked' | 'found' = 'none';

  private constructor(record: JsonObject, path: string, diagnostics: PayloadDiagnostic[], opened: Fields[]) {
    this.#record = record;
    this.#path = path;
    this.#diagnostics = diagnostics;
    this.#opened = opened;
    opened.push(this);
  }

  /** Begin with a whole payload, or `null` if it is no object. Diagnostics are added to the array. */
  static of(payload: unknown, diagnostics: PayloadDiagnostic[]): Fields | null {
    return isJsonObject(payload) ? new Fields(payload, '', diagnostics, []) : null;
  }

  /**
   * Name every object that was looked into in vain because its content lies deeper by now, in the only field it has, or in `result`. To be
   * called when all has been read.
   */
  nameWraps(): void {
    for (const [, same] of Map.groupBy(this.#opened, (fields) => fields.#path)) {
      const [first] = same;
      const uses = new Set(same.map((fields) => fields.#use));
      if (first !== undefined && first.#isWrap() && uses.has('asked') && !uses.has('found')) first.surprising();
    }
  }

  /** The names of the fields. */
  keys(): readonly string[] {
    this.#use = 'found';
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

  /** A string that should be there, or what stands under another name instead. */
  eitherString(key: string, other: string): string | null {
    return this.wanted(key) ?? this.string(other);
  }

  /** An id: a string, or a whole number that lost no digits. */
  id(key: string): string | null {
    const value = this.#read(key, (found) => typeof found === 'string' || isCount(found)) as string | number | null;
    return value === null || String(value).length > longestId ? null : String(value);
  }

  boolean(key: string): boolean | null {
    const value = this.#read(key, (found) => booleans.has(found));
    return value === null ? null : value === true || value === 'true';
  }

  /** A whole number from 0, or one written in digits, as exports do. */
  count(key: string): number | null {
    const value = this.#read(key, isCount);
    return value === null ? null : Number(value);
  }

  /** A number from 0, whole or not. */
  amount(key: string): number | null {
    return this.#read(key, (value) => typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER) as
      number | null;
  }

  /** Whether the field is there and an object. */
  isObject(key: string): boolean {
    return isJsonObject(this.#get(key));
  }

  /** Whether the field is there and a string. */
  isString(key: string): boolean {
    return typeof this.#get(key) === 'string';
  }

  /** Whether the field is there and an array. */
  isArray(key: string): boolean {
    return Array.isArray(this.#get(key));
  }

  /** Two whole numbers from 0, the second not before the first; they may be written in digits. */
  range(key: string): readonly [number, number] | null {
    const value = this.#read(key, isRange) as readonly [unknown, unknown] | null;
    return value === null ? null : [Number(value[0]), Number(value[1])];
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
    return this.#items(key).filter((item, index) => {
      if (typeof item === 'string') return true;
      this.#diagnostics.push({ path: `${this.#pathOf(key)}[${index}]`, problem: 'surprising' });
      return false;
    }) as readonly string[];
  }

  /** Name a field that should be there; without a key, this object. */
  missing(key?: string): void {
    this.#note(key, 'missing');
  }

  /** Name a field whose content does not fit; without a key, this object. */
  surprising(key?: string): void {
    this.#note(key, 'surprising');
  }

  #isWrap(): boolean {
    const values = Object.values(this.#record);
    return isJsonObject(this.#record['result']) || (values.length === 1 && isJsonObject(values[0]));
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
    const isOwn = Object.hasOwn(this.#record, key);
    if (isOwn) this.#use = 'found';
    else if (this.#use === 'none') this.#use = 'asked';
    return isOwn ? (this.#record[key] ?? null) : null;
  }

  #within(record: JsonObject, path: string): Fields {
    return new Fields(record, path, this.#diagnostics, this.#opened);
  }

  #note(key: string | undefined, problem: PayloadDiagnostic['problem']): void {
    this.#diagnostics.push({ path: key === undefined ? this.#path : this.#pathOf(key), problem });
  }

  #pathOf(key: string): string {
    return this.#path === '' ? key : `${this.#path}.${key}`;
  }
}

function isCount(value: unknown): boolean {
  if (typeof value === 'string') return digits.test(value);
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isRange(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [start, end] = value as readonly unknown[];
  return isCount(start) && isCount(end) && Number(end) >= Number(start);
}
