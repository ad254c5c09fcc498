/**
 * How data writes what it has of embeds, be it in a script, in a string of one, or in an attribute. Sources of patterns, for
 * use with the `i` flag.
 */
export const embedData: Readonly<Record<'quote' | 'between' | 'kinds' | 'foreign', string>> = {
  quote: String.raw`(?:\\{0,3}"|&(?:quot|#34);)`,
  /** What stands between a key and its value, the quote behind the key included. */
  between: String.raw`(?:\\{0,3}"|&(?:quot|#34);)\s{0,3}:\s{0,3}`,
  /** The keys that say what an object is, beside `type`. */
  kinds: 'typename|component|role|service|provider|providerName|kind',
  /** The other platforms, as types of objects call them. */
  foreign: 'youtube|instagram|tiktok|facebook|bluesky|mastodon|reddit',
};
