import { type Needle, needles } from './needles.ts';
import { mostFound, openScanner, type Scanner } from './scanner.ts';

/** So many bytes at a time are little to count again from their beginning on. */
export const pieceLength: number = 1 << 12;

/** What one look at a stretch of bytes tells. */
export interface ScannedStretch {
  /** The UTF-16 units that they decode to if they are valid UTF-8. */
  readonly units: number;
  readonly isAscii: boolean;
  /** The units before each piece of {@link pieceLength} bytes. */
  readonly unitsBefore: readonly number[];
}

/** A scanner, and the part of its memory that bytes can be put in. */
interface TextScanner {
  readonly scanner: Scanner;
  readonly words: Uint32Array;
  readonly room: Buffer;
}

/** The memory: tables and results first, then what is found, then bytes, with something before and behind them. */
const resultsAt = 64;
const tablesAt = 256;
const output = 2048;
const around = 64;
const input = output + mostFound + around;

/** Tables and results of `scanner.wat`. */
const tables: Buffer = writeTables();

/** Scanners by their memory. */
const scanners = new WeakMap<ArrayBufferLike, TextScanner>();

/** Have a buffer in which bytes can be scanned where they are; others are copied for that, piece by piece. */
export function allocateText(length: number): Buffer {
  return open(length).room;
}

function open(length: number): TextScanner {
  const scanner = openScanner(input + length + around);
  const { buffer } = scanner.memory;
  tables.copy(Buffer.from(buffer));
  const opened = { scanner, words: new Uint32Array(buffer), room: Buffer.from(buffer, input, length) };
  scanners.set(buffer, opened);
  return opened;
}

let common: TextScanner | null = null;

/**
 * Look at the bytes in `[from, to)`: count what they decode to, and find where there may be a needle.
 *
 * @param onPlace Is told each place at which one is, or something that looks like it, in order.
 */
export function scanText(bytes: Buffer, from: number, to: number, onPlace?: (at: number) => void): ScannedStretch {
  const text = scannerOf(bytes);
  const { words } = text;
  const unitsBefore: number[] = [];
  let units = 0;
  let bits = 0;
  for (let start = from; start < to; start += pieceLength) {
    const first = putInRoom(text, bytes, start);
    const found = text.scanner.scanText(first, first + Math.min(to - start, pieceLength), output);
    unitsBefore.push(units);
    units += words[resultsAt / 4] ?? 0;
    bits |= words[resultsAt / 4 + 1] ?? 0;
    if (onPlace === undefined) continue;
    for (let at = output / 4; at < found / 4; at += 1) onPlace((words[at] ?? 0) - first + start);
  }
  return { units, isAscii: bits < 128, unitsBefore };
}

/** Count the UTF-16 units that valid UTF-8 in `[from, to)` decodes to. */
export function countUnits(bytes: Buffer, from: number, to: number): number {
  const text = scannerOf(bytes);
  let units = 0;
  for (let start = from; start < to; start += pieceLength) {
    const first = putInRoom(text, bytes, start);
    text.scanner.scanText(first, first + Math.min(to - start, pieceLength), output);
    units += text.words[resultsAt / 4] ?? 0;
  }
  return units;
}

function scannerOf(bytes: Buffer): TextScanner {
  return scanners.get(bytes.buffer) ?? (common ??= open(pieceLength + 2 * around));
}

/** Where a piece stands in the scanner's memory. Unless all the bytes are there, it is copied, with what is around it. */
function putInRoom({ room }: TextScanner, bytes: Buffer, start: number): number {
  if (room.buffer === bytes.buffer) return bytes.byteOffset + start;
  const copied = Math.max(0, start - around);
  bytes.copy(room, 0, copied, start + pieceLength + around);
  return input + start - copied;
}

function writeTables(): Buffer {
  const all = Buffer.alloc(tablesAt + 4 * 256);
  // What no byte looks like.
  for (let half = 0; half < 16; half += 1) all[half] = half ^ 1;
  for (const [index, { first, before, second, third }] of needles.entries()) {
    const byte = first.charCodeAt(0);
    all[byte & 15] = byte | 0x20;
    for (const [table, isThere] of [first, before, second, third].map(toTest).entries()) {
      for (let code = 0; code < 256; code += 1) {
        const at = tablesAt + 256 * table + code;
        if (isThere(code)) all[at] = (all[at] ?? 0) | (1 << index);
      }
    }
  }
  return all;
}

function toTest(characters: Needle['before']): (code: number) => boolean {
  if (characters === undefined) return () => true;
  const pattern = characters.length === 1 ? null : new RegExp(`[${characters}]`);
  return (code) => pattern?.test(String.fromCharCode(code)) ?? code === characters.charCodeAt(0);
}
