/** Whether a name that stands in a part of some bytes is what is looked for. */
type IsName = (start: number, end: number) => boolean;

/**
 * Make ready to tell names at places of two of their characters, whatever their case. To ask a pattern takes ten times as
 * long.
 *
 * @param names In lower case.
 * @param placeIn The first of the two characters in a name.
 * @returns Tells whether one of them that stands around a place is what is looked for.
 */
export function openNames(
  names: readonly string[],
  placeIn: (name: string) => number,
): (bytes: Buffer, at: number, isIt: IsName) => boolean {
  const byPair = new Map<number, { readonly codes: Buffer; readonly before: number }[]>();
  for (const name of names) {
    const before = placeIn(name);
    const codes = Buffer.from(name, 'latin1');
    const pair = pack(codes[before], codes[before + 1]);
    byPair.set(pair, [...(byPair.get(pair) ?? []), { codes, before }]);
  }
  return (bytes, at, isIt) => {
    for (const { codes, before } of byPair.get(pack(bytes[at], bytes[at + 1])) ?? none) {
      const start = at - before;
      if (start >= 0 && isAt(bytes, start, codes) && isIt(start, start + codes.length)) return true;
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

function pack(first: number | undefined, second: number | undefined): number {
  return (foldCase(first) << 8) | foldCase(second);
}

/** A byte in lower case, if it is a letter of ASCII. */
export function foldCase(byte: number | undefined): number {
  return byte !== undefined && byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : (byte ?? 0);
}
