/** Code points that are not wide. From the configuration of twitter-text, version 3. */
const light: readonly (readonly [first: number, last: number])[] = [
  [0x0000, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
];

/** What X counts for a link, however long. */
const linkWeight = 23;
const link = /(?:https?:\/\/|pic\.(?:twitter|x)\.com\/|\bt\.co\/)[!#$%&'*+,./0-9:;=?@A-Z_a-z~-]{1,2000}/gi;

/** Mentions that open a reply, which X does not count since March 2017. */
const replyMentions = /^(?:@\w{1,20}\s+){1,60}/;

/** How X counts the length of a post, and how far it lets it go. */
export interface LengthRule {
  readonly limit: number;
  /** What a wide character counts. */
  readonly wide: 1 | 2;
}

/** The day from which posts could have 280 instead of 140, and wide characters counted twice. */
const firstLongDay = '2017-11-07';

/** The rule of a day (ISO 8601). */
export function lengthRuleOf(day: string): LengthRule {
  return day < firstLongDay ? { limit: 140, wide: 1 } : { limit: 280, wide: 2 };
}

/**
 * The length of a post as X counts it against its limit: links 23, the mentions that open a reply not at all. White
 * space counts once a run, for flatteners add to it.
 */
export function weightedLength(text: string, { wide }: LengthRule): number {
  const own = text.replace(replyMentions, '').replace(/\s+/gu, ' ');
  let weight = 0;
  const rest = own.replace(link, () => {
    weight += linkWeight;
    return '';
  });
  for (const char of rest) weight += isLight(char.codePointAt(0) ?? 0) ? 1 : wide;
  return weight;
}

function isLight(codePoint: number): boolean {
  return light.some(([first, last]) => codePoint >= first && codePoint <= last);
}
