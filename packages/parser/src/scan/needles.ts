import { textShortcodeNeedles } from '../platforms/shortcodes.ts';

/**
 * What every reference has: a byte, and what stands around it. Links have the slash behind their host, as it is or
 * escaped in one of these ways, and a dot before the end of that host, signatures their `(@`, and shortcodes their bracket and two more characters.
 */
export interface Needle {
  readonly first: string;
  /** What may stand before it, as the characters between the brackets of a pattern; anything may if nothing is said. */
  readonly before?: string;
  readonly second?: string;
  readonly third?: string;
  /** What it may be a part of. */
  readonly kind: 'link' | 'signature' | 'shortcode';
}

/** The hosts of links that are nothing without a code behind the slash. */
export const shortHosts = ['t.co', 'pic.twitter.com', 'pic.x.com'] as const;
/** How long such a code is at least. */
export const shortestCode = 7;

/** What hosts are made of, but for their dots. */
const hostCharacters = String.raw`a-zA-Z\d\-`;

/** What may stand between its last dot and the slash: also a port, and the bracket of a dot that was made harmless. */
export const hostEndCharacters: string = String.raw`${hostCharacters}:\])}`;

/** How a host ends, or the backslashes do that a slash has. */
const hostEnd = String.raw`${hostCharacters}\\`;

/** The dot of a host that was made harmless with a word: its bracket is one that shortcodes begin with, too. */
export const dotWord = '[dot]';
const dotWordNeedles: readonly string[] = ['[do', '[DO'];

/** Their first characters differ, also in the lower half of their codes, as `scanner.wat` asks for. */
export const needles: readonly Needle[] = [
  { first: '/', before: hostEnd, kind: 'link' },
  { first: '%', before: hostEnd, second: '2', third: 'Ff5', kind: 'link' },
  { first: '&', before: hostEnd, second: '#', third: '4Xx', kind: 'link' },
  { first: '\\', before: hostEnd, second: 'Uu', third: '0', kind: 'link' },
  { first: '(', second: '@', third: String.raw`\w.\\\-`, kind: 'signature' },
  ...['[', '{'].map(toNeedle),
];

/** What the needles of shortcodes with the same bracket have in common. */
function toNeedle(first: string): Needle {
  const alike = [...textShortcodeNeedles, ...dotWordNeedles].filter((needle) => needle.startsWith(first));
  const second = alike.map((needle) => needle.charAt(1)).join('');
  const third = alike.every((needle) => needle.length > 2) ? alike.map((needle) => needle.charAt(2)).join('') : null;
  return { first, second, ...(third === null ? {} : { third }), kind: 'shortcode' };
}
