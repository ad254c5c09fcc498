import type { Reference, ReferenceKind } from '@embalm/post';
import { grow } from './grow.ts';
import { writeRest } from './reference-json.ts';

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

/** Memory that columns are written in. */
export interface ColumnRoom {
  readonly numbers: ArrayBuffer;
  readonly json: ArrayBuffer;
}

/** What nobody reads any more is written in again: to have memory and to free it, in turn and in two threads, scatters it. */
const rooms: ColumnRoom[] = [];
const mostRooms = 16;
const largestRoom = 1 << 19;

/** Use the memory of columns that nobody reads any more again, or free it: now, and not when garbage is collected. */
export function dropColumns({ numbers, json }: FoundColumns): void {
  const room = { numbers: numbers.buffer, json: json.buffer };
  if (rooms.length < mostRooms && room.numbers.byteLength + room.json.byteLength < largestRoom) rooms.push(room);
  else for (const memory of [room.numbers, room.json]) memory.transfer(0);
}

/** Memory that another thread may use, if there is any. */
export function lendRoom(): ColumnRoom | null {
  return rooms.pop() ?? null;
}

/** Use memory of another thread. */
export function borrowRoom(room: ColumnRoom): void {
  rooms.push(room);
}

/** Takes references, and gives them as columns. */
export interface ColumnWriter {
  /**
   * Its JSON is written here, where it was found, for that may be another thread.
   *
   * @param offset What to add to its range; default 0.
   */
  add(reference: Reference, record: number | null, offset?: number, line?: number | null): void;
  /** So many bytes of JSON have been written. */
  readonly length: number;
  take(): FoundColumns;
}

const fewRows = 32;
const littleJson = 1 << 14;

/** A character of UTF-16 takes three bytes at most. */
const longestUnit = 3;

/** Write columns. */
export function openColumns(): ColumnWriter {
  const room = lendRoom();
  let numbers = new Float64Array(room?.numbers ?? new ArrayBuffer(0));
  let json: Buffer<ArrayBuffer> = Buffer.from(room?.json ?? new ArrayBuffer(0));
  const kinds: ReferenceKind[] = [];
  let count = 0;
  let filled = 0;
  return {
    add(reference, record, offset = 0, line = null) {
      const rest = writeRest(reference);
      if (filled + rest.length * longestUnit > json.length) {
        json = grow(json, Math.max(littleJson, filled + rest.length * longestUnit));
      }
      filled += json.write(rest, filled);
      if ((count + 1) * width > numbers.length) {
        numbers = new Float64Array(numbers.buffer.transfer(Math.max(fewRows * rowLength, 2 * numbers.byteLength)));
      }
      const { kind, range } = reference;
      if (!kinds.includes(kind)) kinds.push(kind);
      const first = count * width;
      numbers[first] = kinds.indexOf(kind);
      numbers[first + 1] = range[0] + offset;
      numbers[first + 2] = range[1] + offset;
      numbers[first + 3] = line ?? Number.NaN;
      numbers[first + 4] = record ?? Number.NaN;
      numbers[first + 5] = filled;
      count += 1;
    },
    get length() {
      return filled;
    },
    take: () => ({ count, kinds, numbers, json: json.subarray(0, filled) }),
  };
}
