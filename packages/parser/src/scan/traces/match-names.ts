import { readAround } from './trace.ts';

/** A name, and how much of it stands before the place at which it is told. */
interface Name {
  readonly codes: Buffer;
  readonly before: number;
}

/** Names are told apart by so many of their characters at once; those that have no more there, by fewer. */
const mostKeys = 4;

/**
 * Make ready to tell names at places in them, whatever their case. To ask a pattern takes ten times as long.
 *
 * @param names In lower case.
 * @param placeIn A place in a name, with one more character behind it.
 * @param isIt Whether a name that stands in a part of some bytes is what is looked for.
 * @returns Tells whether one of them that stands around a place is.
 */
export function openNames(
  names: readonly string[],
  placeIn: (name: string) => number,
  isIt: (bytes: Buffer, start: number, end: number) => boolean,
): (bytes: Buffer, at: number) => boolean {
  /** By what masks how many characters, and by these. */
  const byMask = new Map<number, Map<number, Name[]>>();
  for (const name of names) {
    const before = placeIn(name);
    const codes = Buffer.from(name, 'latin1');
    const mask = codes.length - before < mostKeys ? 2 ** (8 * (codes.length - before)) - 1 : -1;
    const alike = byMask.get(mask) ?? new Map<number, Name[]>();
    const key = keyOf(codes, before) & mask;
    byMask.set(mask, alike.set(key, [...(alike.get(key) ?? []), { codes, before }]));
  }
  const masks = [...byMask];
  return (bytes, at) => {
    const key = keyOf(bytes, at);
    for (const [mask, alike] of masks) {
      for (const { codes, before } of alike.get(key & mask) ?? none) {
        const start = at - before;
        if (start >= 0 && isAt(bytes, start, codes) && isIt(bytes, start, start + codes.length)) return true;
      }
    }
    return false;
  };
}

const none: readonly never[] = [];

function isAt(bytes: Buffer, start: number, codes: Buffer): boolean {
  for (let index = 0; index < codes.length; index += 1) {
    if (foldCase(bytes[start + index]) !== codes[index]) return false;
  }
  return true;
}

/** Four characters, the same whatever their case. */
function keyOf(bytes: Buffer, at: number): number {
  const last = ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | last | 0x20_20_20_20;
}

/** What names go on with. */
const more = /^[\w-]/;

/** Whether a name that ends at a place goes on no further. */
export function endsName(bytes: Buffer, end: number): boolean {
  return !more.test(readAround(bytes, end, 0, 1));
}

/** A byte in lower case, if it is a letter of ASCII. */
export function foldCase(byte: number | undefined): number {
  return byte !== undefined && byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : (byte ?? 0);
}
