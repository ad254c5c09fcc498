import { readAround, type Trace } from './trace.ts';

/** Characters that finders look for, as numbers; slashes are read as they are escaped, and those that both HTML and JSON escape all the time are none. */
const hex = '28|2e|3\\d|[4-7][\\da-f]';
const decimal = '40|46|4[89]|5[0-7]|6[4-9]|[7-9]\\d|1[012]\\d';
const names: Readonly<Record<string, string>> = { period: '.', commat: '@', lpar: '(', lowbar: '_', percnt: '%' };
const escaped = new RegExp(
  `(?:&|\\\\u0026)(?:#(?:x0{0,6}(?<hex>${hex})|0{0,6}(?<decimal>${decimal}))(?![\\da-f]);?|(?<name>${Object.keys(names).join('|')});)|\\\\u00(?<unit>${hex}|3e(?=@))`,
  'gi',
);

/** The longest is `\\u0026#x0000007a;`. */
const longestEscape = 20;

/** What is escaped more often may be anything. */
const mostTimes = 3;

/** How much is read without escapes. */
const before = 200;
const behind = 600;
const reach = 300;

/**
 * Escaped characters that finders look for: what stands around them is read without escapes.
 *
 * @param hasOther Tells whether other traces are in that.
 */
export function openEscapeTrace(hasOther: (bytes: Buffer) => boolean): Trace {
  return {
    trigrams: [
      ['&', '#', 'x01456789'],
      ['&', 'p', 'e'],
      ['&', 'c', 'o'],
      ['&', 'l', 'op'],
      ['\\', 'u', '0'],
    ],
    looksLike: (bytes, at) => !isOther(bytes, at) && readAround(bytes, at, 0, longestEscape).search(escaped) === 0,
    reach,
    isAt(bytes, at) {
      let text = readAround(bytes, at, before, behind);
      for (let times = 0; times < mostTimes && text.search(escaped) !== -1; times += 1) text = unescape(text);
      return text.search(escaped) !== -1 || hasOther(Buffer.from(text, 'latin1'));
    },
  };
}

/** Most escapes are numbers of four digits, and letters that are not of ASCII. */
function isOther(bytes: Buffer, at: number): boolean {
  if (bytes[at] === backslash) return bytes[at + 3] !== zero;
  return bytes[at + 2] !== zero && isDigit(bytes[at + 2]) && isDigit(bytes[at + 5]);
}

const backslash = 0x5c;
const zero = 0x30;

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= zero && byte <= 0x39;
}

function unescape(text: string): string {
  return text.replaceAll(escaped, (...match) => {
    const groups = match.at(-1) as Readonly<Record<string, string | undefined>>;
    const { name, decimal: number, hex: digits, unit } = groups;
    if (name !== undefined) return names[name.toLowerCase()] ?? '';
    return String.fromCharCode(number === undefined ? Number.parseInt(digits ?? unit ?? '', 16) : Number(number));
  });
}
