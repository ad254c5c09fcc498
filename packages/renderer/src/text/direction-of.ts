const letter = /\p{L}/u;
/** Most texts do, and this is quicker to see. */
const beginsInLatin = /^[A-Za-z]/;

/** Blocks whose letters run from right to left (Unicode 16, DerivedBidiClass R and AL). */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const rightToLeftLanguages = /^(?:ar|arc|ckb|dv|fa|ha-arab|he|iw|ji|ks|nqo|pa-arab|ps|sd|syr|ug|ur|yi)(?:-|$)/i;

/** A direction of writing. */
export type Direction = 'ltr' | 'rtl';

/** The direction of a text's first letter, or `null` if it has none. */
export function directionOf(text: string): Direction | null {
  if (beginsInLatin.test(text)) return 'ltr';
  const first = letter.exec(text)?.[0];
  if (first === undefined) return null;
  return rightToLeft.test(first) ? 'rtl' : 'ltr';
}

/** The direction in which a language is written; left to right if the language is not known. */
export function directionOfLanguage(lang: string | null): Direction {
  return lang !== null && rightToLeftLanguages.test(lang) ? 'rtl' : 'ltr';
}
