import { mostFound, openScanner, pieceLength } from './scanner.ts';

/** The memory: tables first, then bytes and room for those that are loaded behind them, then what is found. */
const lane = 16;
const setLength = 6 * lane;
const hashesAt = 4096;
const hashBits = 15;
const hashesLength = 1 << (hashBits - 3);
const input = hashesAt + hashesLength;
const output = input + pieceLength + 64;
const { memory, findTrigrams } = openScanner(output + mostFound);
const room = Buffer.from(memory.buffer);
const words = new Uint32Array(memory.buffer);

/** Three characters, each any of those that stand in its place, in Latin-1: each is a byte. Case does not matter. */
export type Trigram = readonly [first: string, second: string, third: string];

/** Trigrams that belong together. */
export interface TrigramGroup {
  readonly trigrams: readonly Trigram[];
  /** From 0 to 15: those of one table should be alike, for what has a character of each is looked at twice. */
  readonly table: number;
}

/**
 * Looks for trigrams, in the order in which they stand, until one is what is looked for.
 *
 * @param isIt Is told where one is, or something with the hash of one, and of which group: the place among them.
 * @returns Whether one was.
 */
export type TrigramFinder = (bytes: Buffer, isIt: (at: number, group: number) => boolean) => boolean;

/** Make ready to find the trigrams of up to 31 groups. */
export function openTrigramFinder(groups: readonly TrigramGroup[]): TrigramFinder {
  const tables = Buffer.alloc(2 * setLength);
  const hashes = Buffer.alloc(hashesLength);
  /** For each hash a bit for each group that has a trigram with it. */
  const groupsOf = new Uint32Array(1 << hashBits);
  for (const [group, { trigrams, table }] of groups.entries()) {
    for (const trigram of trigrams) {
      for (const [place, characters] of trigram.entries()) addToTable(tables, table, place, bothCases(characters));
      for (const hash of hashesOf(trigram)) {
        groupsOf[hash] = (groupsOf[hash] ?? 0) | (1 << group);
        hashes[hash >> 3] = (hashes[hash >> 3] ?? 0) | (1 << (hash & 7));
      }
    }
  }
  return (bytes, isIt) => {
    for (let start = 0; start < bytes.length; start += pieceLength) {
      const end = Math.min(start + pieceLength, bytes.length);
      for (const place of findPlaces(bytes, start, end)) {
        const at = start + place - input;
        if (at >= end) break;
        const hash = hashOf(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
        for (let rest = groupsOf[hash] ?? 0; rest !== 0; rest &= rest - 1) {
          if (isIt(at, 31 - Math.clz32(rest & -rest))) return true;
        }
      }
    }
    return false;
  };

  /** All places in a piece: whoever is told of one may look for something else meanwhile. */
  function findPlaces(bytes: Buffer, start: number, end: number): Uint32Array {
    const copied = bytes.copy(room, input, start, end + 2);
    room.fill(0, input + copied, input + pieceLength + 64);
    tables.copy(room);
    hashes.copy(room, hashesAt);
    return words.slice(output / 4, findTrigrams(input, input + Math.ceil((end - start) / lane) * lane, output) / 4);
  }
}

function addToTable(tables: Buffer, table: number, place: number, characters: string): void {
  const first = (table >> 3) * setLength + place * 2 * lane;
  for (const byte of Buffer.from(characters, 'latin1')) {
    for (const at of [first + (byte & 15), first + lane + (byte >> 4)]) {
      tables[at] = (tables[at] ?? 0) | (1 << (table & 7));
    }
  }
}

function bothCases(characters: string): string {
  return characters.replaceAll(/[a-z]/gi, (letter) => letter.toLowerCase() + letter.toUpperCase());
}

/** The hashes of all that three sets of characters stand for. */
function hashesOf(trigram: Trigram): readonly number[] {
  const [firsts, seconds, thirds] = trigram.map((characters) => Array.from(Buffer.from(characters, 'latin1')));
  return (firsts ?? []).flatMap((first) =>
    (seconds ?? []).flatMap((second) => (thirds ?? []).map((third) => hashOf(first, second, third))),
  );
}

/** As `scanner.wat` has it. It is the same whatever the case. */
function hashOf(first: number, second: number, third: number): number {
  return Math.imul(first | (second << 8) | (third << 16) | 0x20_20_20, 0x9e_37_79_b1) >>> (32 - hashBits);
}
