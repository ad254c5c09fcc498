import { mostFound, openScanner, pieceLength, type Scanner } from './scanner.ts';
import { textTables } from './text-tables.ts';

/** How many bytes, counted from the beginning of a stretch, an entry of {@link ScannedStretch.unitsBefore} stands for. */
export const countedLength: number = 1 << 10;

/** So many bytes at a time are told to be valid. */
export const lookedAtOnce = 64;

/** What one look at a stretch of bytes tells. */
export interface ScannedStretch {
  /** The UTF-16 units that they decode to if they are valid UTF-8. */
  readonly units: number;
  readonly isAscii: boolean;
  /**
   * Whether they are valid UTF-8, but for less than {@link lookedAtOnce} bytes at their end and a character that reaches into
   * those. If not, they may be valid all the same, where what stands before them is not.
   */
  readonly looksValid: boolean;
  /** The units before each piece of {@link countedLength} bytes. */
  readonly unitsBefore: Uint32Array;
}

/** A scanner, and the part of its memory that bytes can be put in. */
interface TextScanner {
  readonly scanner: Scanner;
  readonly memory: ArrayBufferLike;
  readonly words: Uint32Array;
  readonly room: Buffer;
}

/** The memory: tables and results first, then counts and what is found, then bytes, with something before and behind them. */
const results = 64 / 4;
const counts = 2048;
const output = counts + (pieceLength / countedLength + 1) * 4;
const around = 64;
const input = output + mostFound + around;

/** Scanners by their memory. */
const scanners = new WeakMap<ArrayBufferLike, TextScanner>();

/** Have a buffer in which bytes can be scanned where they are; others are copied for that, piece by piece. */
export function allocateText(length: number): Buffer {
  return open(length).room;
}

function open(length: number): TextScanner {
  const scanner = openScanner(input + length + around);
  const { buffer: memory } = scanner.memory;
  textTables.copy(Buffer.from(memory));
  const opened = { scanner, memory, words: new Uint32Array(memory), room: Buffer.from(memory, input, length) };
  scanners.set(memory, opened);
  return opened;
}

let common: TextScanner | null = null;

/** As `scanner.wat` tells them. */
const notAscii = 1;
const notValid = 2;

/**
 * Look at the bytes in `[from, to)`: count what they decode to, and find where there may be a needle.
 *
 * @param onPlace Is told each place at which one is, or something that looks like it, in order.
 */
export function scanText(bytes: Buffer, from: number, to: number, onPlace?: (at: number) => void): ScannedStretch {
  const text = scannerOf(bytes);
  const { words } = text;
  const unitsBefore = new Uint32Array(Math.ceil((to - from) / countedLength));
  let units = 0;
  let told = 0;
  for (let start = from; start < to; start += pieceLength) {
    const length = Math.min(to - start, pieceLength);
    const first = putInRoom(text, bytes, start);
    const end = text.scanner.scanText(first, first + length, output, counts) / 4;
    const counted = (start - from) / countedLength;
    for (let index = 0; index * countedLength < length; index += 1) {
      unitsBefore[counted + index] = units + (words[counts / 4 + index] ?? 0);
    }
    units += words[results] ?? 0;
    told |= words[results + 1] ?? 0;
    if (onPlace === undefined) continue;
    for (let at = output / 4; at < end; at += 1) onPlace((words[at] ?? 0) - first + start);
  }
  return { units, isAscii: (told & notAscii) === 0, looksValid: (told & notValid) === 0, unitsBefore };
}

/** Count the UTF-16 units that valid UTF-8 in `[from, to)` decodes to. */
export function countUnits(bytes: Buffer, from: number, to: number): number {
  const text = scannerOf(bytes);
  let units = 0;
  for (let start = from; start < to; start += pieceLength) {
    const first = putInRoom(text, bytes, start);
    text.scanner.scanText(first, first + Math.min(to - start, pieceLength), output, counts);
    units += text.words[results] ?? 0;
  }
  return units;
}

function scannerOf(bytes: Buffer): TextScanner {
  if (bytes !== asked || askedFor === null) {
    asked = bytes;
    askedFor = scanners.get(bytes.buffer) ?? (common ??= open(pieceLength + 2 * around));
  }
  return askedFor;
}

/** The same bytes are asked for many times in turn, and what their memory is takes long to tell. */
let asked: Buffer | null = null;
let askedFor: TextScanner | null = null;

/** Where a piece stands in the scanner's memory. Unless all the bytes are there, it is copied, with what is around it. */
function putInRoom({ memory, room }: TextScanner, bytes: Buffer, start: number): number {
  if (memory === bytes.buffer) return bytes.byteOffset + start;
  const copied = Math.max(0, start - around);
  bytes.copy(room, 0, copied, start + pieceLength + around);
  return input + start - copied;
}
