/** How X counts the length of a post, and how far it lets it go. */
export interface LengthRule {
  readonly limit: number;
  /** What a wide character counts. */
  readonly wide: 1 | 2;
}

/** The day from which posts could have 280 instead of 140, and wide characters counted twice. */
const firstLongDay = '2017-11-07';

const long: LengthRule = { limit: 280, wide: 2 };
const short: LengthRule = { limit: 140, wide: 1 };

/** Bluesky counts graphemes. */
const bluesky: LengthRule = { limit: 300, wide: 1 };

/** The rule of a platform on a day (ISO 8601). */
export function lengthRuleOf(platform: 'x' | 'bluesky', day: string): LengthRule {
  if (platform === 'bluesky') return bluesky;
  return day < firstLongDay ? short : long;
}
