/**
 * How the marks of markup are written where it is none: in the string of a program, in text, or in other markup, as character
 * references, also twice. Sources of patterns, for use with the `i` flag.
 */
export const escapedMarks: Readonly<Record<'open' | 'close' | 'slash' | 'quote' | 'equals', string>> = {
  open: String.raw`(?:<|\\{1,3}(?:u00|x)3c|&(?:amp;)?(?:lt|#60|#x3c);)`,
  close: String.raw`(?:>|\\{1,3}(?:u00|x)3e|&(?:amp;)?(?:gt|#62|#x3e);)`,
  slash: String.raw`(?:\\{0,3}/|\\{1,3}(?:u00|x)2f|&(?:amp;)?#(?:47|x2f);)`,
  quote: String.raw`(?:\\{0,3}(?:["']|&(?:amp;)?(?:quot|apos|#34|#39|#x22|#x27);)|\\{1,3}(?:u00|x)2[27])`,
  equals: String.raw`(?:=|\\{1,3}(?:u00|x)3d)`,
};
