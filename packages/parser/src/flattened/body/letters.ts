/** Writing systems that tell a post from the article around it. Japanese mixes three, one of which is Chinese. */
export const scripts = [
  'japanese-or-chinese',
  'latin',
  'cyrillic',
  'greek',
  'arabic',
  'hebrew',
  'hangul',
  'devanagari',
  'thai',
] as const;

/** The place of Latin. */
export const latin = 1;

/** Where the letters of scripts stand in Unicode's first plane, in order; the number is the place in {@link scripts}. */
const blocks: readonly (readonly [first: number, last: number, script: number])[] = [
  [0x00aa, 0x00aa, 1],
  [0x00ba, 0x00ba, 1],
  [0x00c0, 0x00d6, 1],
  [0x00d8, 0x00f6, 1],
  [0x00f8, 0x02af, 1],
  [0x0370, 0x03ff, 3],
  [0x0400, 0x052f, 2],
  [0x05d0, 0x05f2, 5],
  [0x0620, 0x064a, 4],
  [0x066e, 0x06d5, 4],
  [0x06fa, 0x06ff, 4],
  [0x0750, 0x077f, 4],
  [0x0904, 0x0939, 7],
  [0x0958, 0x0961, 7],
  [0x0e01, 0x0e30, 8],
  [0x0e32, 0x0e46, 8],
  [0x1100, 0x11ff, 6],
  [0x1e00, 0x1eff, 1],
  [0x1f00, 0x1fff, 3],
  [0x3005, 0x3007, 0],
  [0x3041, 0x3096, 0],
  [0x309d, 0x309f, 0],
  [0x30a1, 0x30fa, 0],
  [0x30fc, 0x30ff, 0],
  [0x3131, 0x318e, 6],
  [0x3400, 0x9fff, 0],
  [0xac00, 0xd7a3, 6],
  [0xd840, 0xd888, 0],
  [0xf900, 0xfaff, 0],
  [0xfb1d, 0xfb4f, 5],
  [0xfb50, 0xfdff, 4],
  [0xfe70, 0xfefc, 4],
  [0xff66, 0xff9d, 0],
];

/** Whether a UTF-16 unit is a letter of ASCII. */
function isAsciiLetter(unit: number): boolean {
  return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
}

/** The same as {@link blocks}, to be searched fast. */
const firsts = Uint16Array.from(blocks, ([first]) => first);
const lasts = Uint16Array.from(blocks, ([, last]) => last);
const scriptsOf = Int8Array.from(blocks, ([, , script]) => script);

/** The place in {@link scripts} of a UTF-16 unit's, or -1 if it is no letter of these. */
export function scriptOf(unit: number): number {
  if (unit < 0x80) return isAsciiLetter(unit) ? latin : -1;
  let low = 0;
  let high = firsts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (unit < (firsts[middle] ?? 0)) high = middle - 1;
    else if (unit > (lasts[middle] ?? 0)) low = middle + 1;
    else return scriptsOf[middle] ?? -1;
  }
  return -1;
}

/** Whether a UTF-16 unit is white space: what `\s` says, without the cost. */
export function isSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 9 && unit <= 13);
  return (
    unit === 0xa0 ||
    unit === 0x3000 ||
    (unit >= 0x2000 && (unit <= 0x200a || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f)) ||
    unit === 0x1680 ||
    unit === 0xfeff
  );
}

/** Whether a UTF-16 unit is an ASCII letter, a digit, or `_`. */
export function isWordUnit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || unit === 0x5f || isAsciiLetter(unit);
}

/** Whether a UTF-16 unit is a decimal digit of ASCII. */
export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Whether a UTF-16 unit is a capital; scripts without capitals have none. */
export function isCapital(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  if (scriptOf(unit) === -1) return false;
  const letter = String.fromCharCode(unit);
  return letter !== letter.toLowerCase();
}

/** Whether a UTF-16 unit is a small letter; scripts without capitals have none. */
export function isSmall(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a;
  if (scriptOf(unit) === -1) return false;
  const letter = String.fromCharCode(unit);
  return letter !== letter.toUpperCase();
}

/** Signs of the first plane that are shown as emoji. */
const pictographs: readonly (readonly [first: number, last: number])[] = [
  [0x203c, 0x203c],
  [0x2049, 0x2049],
  [0x2194, 0x21aa],
  [0x231a, 0x231b],
  [0x23e9, 0x23fa],
  [0x25aa, 0x25ab],
  [0x25b6, 0x25b6],
  [0x25c0, 0x25c0],
  [0x25fb, 0x25fe],
  [0x2600, 0x27bf],
  [0x2934, 0x2935],
  [0x2b05, 0x2b07],
  [0x2b1b, 0x2b1c],
  [0x2b50, 0x2b55],
];

/** Whether an emoji begins with these two UTF-16 units; flags do not count. */
export function isEmoji(unit: number, next: number): boolean {
  if (unit < 0x203c) return false;
  if (unit >= 0xd83c && unit <= 0xd83e) return unit !== 0xd83c || next < 0xdde6 || next > 0xddff;
  return unit <= 0x2b55 && pictographs.some(([first, last]) => unit >= first && unit <= last);
}
