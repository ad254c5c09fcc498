import type { Reference, ReferenceKind } from '@embalm/post';
import { grow } from './grow.ts';

/** References as numbers and bytes: they go from one thread to another, and to where they are printed, uncopied. */
export interface FoundColumns {
  readonly count: number;
  /** Those that there are; a row has the place of its own among them. */
  readonly kinds: readonly ReferenceKind[];
  /** As many numbers a row as there are columns; NaN stands for `null`. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** Of each, the other members of the `Reference` in JSON, from the comma before them to the closing brace, in UTF-8. */
  readonly json: Uint8Array<ArrayBuffer>;
}

/** One row. */
export interface FoundRow {
  readonly kind: ReferenceKind;
  /** UTF-16 units of the record, or of the piece of a long text. */
  readonly start: number;
  readonly end: number;
  /** The line breaks between the beginning of the piece and the reference, if they were to be counted. */
  readonly line: number | null;
  /** Counted from the first of this piece, or as the record says; `null` if the input has no records. */
  readonly record: number | null;
  /** Where its JSON is. */
  readonly from: number;
  readonly to: number;
}

/** Kind, start, end, line, record, and where the JSON ends. */
const width = 6;
const rowLength = width * Float64Array.BYTES_PER_ELEMENT;

/** One row of columns that has so many before it. */
export function rowAt({ kinds, numbers }: FoundColumns, index: number): FoundRow {
  const first = index * width;
  return {
    kind: kinds[numbers[first] ?? 0] ?? 'post-url',
    start: numbers[first + 1] ?? 0,
    end: numbers[first + 2] ?? 0,
    line: toNull(numbers[first + 3]),
    record: toNull(numbers[first + 4]),
    from: index === 0 ? 0 : (numbers[first - 1] ?? 0),
    to: numbers[first + 5] ?? 0,
  };
}

function toNull(number: number | undefined): number | null {
  return number === undefined || Number.isNaN(number) ? null : number;
}

/** Free the memory of columns that nobody reads any more, now and not when garbage is collected. */
export function dropColumns({ numbers, json }: FoundColumns): void {
  numbers.buffer.transfer(0);
  json.buffer.transfer(0);
}

/** Takes references, and gives them as columns. */
export interface ColumnWriter {
  /** Its JSON is written here, where it was found, for that may be another thread. */
  add(reference: Reference, record: number | null, line?: number | null): void;
  take(): FoundColumns;
}

const fewRows = 32;
const littleJson = 1 << 14;

/** A character of UTF-16 takes three bytes at most. */
const longestUnit = 3;

/** Write columns. */
export function openColumns(): ColumnWriter {
  let numbers = new Float64Array(0);
  let json: Buffer<ArrayBuffer> = Buffer.allocUnsafeSlow(0);
  const kinds: ReferenceKind[] = [];
  let count = 0;
  let filled = 0;
  return {
    add(reference, record, line = null) {
      const rest = jsonOfRest(reference);
      if (filled + rest.length * longestUnit > json.length) {
        json = grow(json, Math.max(littleJson, filled + rest.length * longestUnit));
      }
      filled += json.write(rest, filled);
      if ((count + 1) * width > numbers.length) {
        numbers = new Float64Array(numbers.buffer.transfer(Math.max(fewRows * rowLength, 2 * numbers.byteLength)));
      }
      const { kind, range } = reference;
      if (!kinds.includes(kind)) kinds.push(kind);
      const row = [kinds.indexOf(kind), ...range, line ?? Number.NaN, record ?? Number.NaN, filled];
      numbers.set(row, count * width);
      count += 1;
    },
    take: () => ({ count, kinds, numbers, json: json.subarray(0, filled) }),
  };
}

/** To write it whole and to cut off its beginning takes half the time of copying the rest of it first. */
function jsonOfRest(reference: Reference): string {
  const json = JSON.stringify(reference);
  if (json.startsWith('{"kind":') && json.startsWith(',"range":[', json.indexOf(','))) {
    return json.slice(json.indexOf(']') + 1);
  }
  const { kind: _kind, range: _range, ...rest } = reference;
  return `,${JSON.stringify(rest).slice(1)}`;
}
