import { mostFound, openScanner, pieceLength } from './scanner.ts';

/** The memory: tables first, then bytes and room for those that are loaded behind them, then what is found. */
const lane = 16;
const input = 4096;
const output = input + pieceLength + 64;
const { memory, findTrigrams } = openScanner(output + mostFound);
const room = Buffer.from(memory.buffer);
const words = new Uint32Array(memory.buffer);

/** Three characters, each any of those that stand in its place, in Latin-1: each is a byte. */
export type Trigram = readonly [first: string, second: string, third: string];

/** Finds trigrams of eight groups: where they stand in bytes, in order, and places that look like them to its tables. */
export type TrigramFinder = (bytes: Buffer) => Generator<number>;

/**
 * Make ready to find trigrams. Those of one group should be alike: what is of two of them is found as well.
 *
 * @param isWanted Whether three bytes that look like one to the tables are to be found; default: all are.
 */
export function openTrigramFinder(
  groups: readonly (readonly Trigram[])[],
  isWanted: (first: number, second: number, third: number) => boolean = () => true,
): TrigramFinder {
  const tables = Buffer.alloc(6 * lane);
  for (const [bit, group] of groups.entries()) {
    for (const trigram of group) {
      for (const [place, characters] of trigram.entries()) addToTable(tables, place, characters, 1 << bit);
    }
  }
  return function* find(bytes) {
    for (let at = 0; at < bytes.length; at += pieceLength) {
      const length = Math.min(pieceLength, bytes.length - at);
      const copied = bytes.copy(room, input, at, at + length + 2);
      room.fill(0, input + copied, input + pieceLength + 64);
      // Whoever takes what is found may look for something else meanwhile.
      tables.copy(room);
      const end = findTrigrams(input, input + Math.ceil(length / lane) * lane, output);
      for (const place of takePlaces(end, input + length, isWanted)) yield at + place - input;
    }
  };
}

function takePlaces(
  end: number,
  inputEnd: number,
  isWanted: (first: number, second: number, third: number) => boolean,
): readonly number[] {
  const places: number[] = [];
  for (let index = output / 4; index < end / 4; index += 1) {
    const place = words[index] ?? 0;
    const isInInput = place < inputEnd;
    if (isInInput && isWanted(room[place] ?? 0, room[place + 1] ?? 0, room[place + 2] ?? 0)) places.push(place);
  }
  return places;
}

function addToTable(tables: Buffer, place: number, characters: string, bit: number): void {
  for (const byte of Buffer.from(characters, 'latin1')) {
    for (const at of [place * 2 * lane + (byte & 15), (place * 2 + 1) * lane + (byte >> 4)]) {
      tables[at] = (tables[at] ?? 0) | bit;
    }
  }
}
