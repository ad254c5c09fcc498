import { scannerCode } from './scanner-code.ts';

/** What `scanner.wat` has. */
interface Scanner {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly countUnits: (at: number, end: number) => number;
  readonly findTrigrams: (at: number, end: number, out: number) => number;
}

/** As much of WebAssembly as is used here: TypeScript has it with the types of browsers only. */
interface WebAssemblyApi {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Scanner };
}

const { Module, Instance } = (globalThis as unknown as { readonly WebAssembly: WebAssemblyApi }).WebAssembly;
const { exports: scanner } = new Instance(new Module(Buffer.from(scannerCode, 'base64')));
const memory = Buffer.from(scanner.memory.buffer);
const words = new Uint32Array(scanner.memory.buffer);

/** So many bytes at a time stay in the processor's nearest cache, together with what is found in them. */
const pieceLength = 1 << 15;
const lane = 16;

/** The memory: tables first, then bytes and room for those that are loaded behind them, then what is found. */
const input = 4096;
const output = input + pieceLength + 64;

/** A byte that goes on with a character counts for nothing. */
const continuing = 0x80;

/** How many UTF-16 units valid UTF-8 decodes to: one for each character, two for those beyond U+FFFF. */
export function countUnits(bytes: Buffer): number {
  let units = 0;
  for (let at = 0; at < bytes.length; at += pieceLength) {
    const length = Math.min(pieceLength, bytes.length - at);
    bytes.copy(memory, input, at, at + length);
    const end = input + Math.ceil(length / lane) * lane;
    memory.fill(continuing, input + length, end);
    units += scanner.countUnits(input, end);
  }
  return units;
}

/** Three characters, each any of those that stand in its place, in Latin-1: each is a byte. */
export type Trigram = readonly [first: string, second: string, third: string];

/** Finds trigrams of eight groups: where they stand in bytes, in order, and places that look like them to its tables. */
export type TrigramFinder = (bytes: Buffer) => Generator<number>;

/** Make ready to find trigrams. Those of one group should be alike: what is of two of them is found as well. */
export function openTrigramFinder(groups: readonly (readonly Trigram[])[]): TrigramFinder {
  const tables = Buffer.alloc(6 * lane);
  for (const [bit, group] of groups.entries()) {
    for (const trigram of group) {
      for (const [place, characters] of trigram.entries()) addToTable(tables, place, characters, 1 << bit);
    }
  }
  return function* findTrigrams(bytes) {
    for (let at = 0; at < bytes.length; at += pieceLength) {
      const length = Math.min(pieceLength, bytes.length - at);
      const copied = bytes.copy(memory, input, at, at + length + 2);
      memory.fill(0, input + copied, input + pieceLength + 64);
      // Whoever takes what is found may look for something else meanwhile.
      tables.copy(memory);
      const end = scanner.findTrigrams(input, input + Math.ceil(length / lane) * lane, output);
      for (const place of words.slice(output / 4, end / 4)) {
        if (place < input + length) yield at + place - input;
      }
    }
  };
}

function addToTable(tables: Buffer, place: number, characters: string, bit: number): void {
  for (const byte of Buffer.from(characters, 'latin1')) {
    for (const at of [place * 2 * lane + (byte & 15), (place * 2 + 1) * lane + (byte >> 4)]) {
      tables[at] = (tables[at] ?? 0) | bit;
    }
  }
}
