import { readAround, type Trace } from './trace.ts';

const quote = String.raw`(?:\\{0,3}"|&(?:quot|#34);)`;

/** How data says of an object that it is an embed of another platform's. */
const kind = new RegExp(
  `^type${quote}\\s{0,3}:\\s{0,3}${quote}(?:[\\w./-]{0,60}?(?:youtube|instagram|tiktok|facebook|bluesky|mastodon|reddit)|(?:core/|social-?|wix-)?o?embed|video["\\\\&])`,
  'i',
);
const longest = 120;

/** Embeds of other platforms that are objects in data. */
export const nodeTrace: Trace = {
  trigrams: [['p', 'e', '"&\\']],
  isAt: (bytes, at) => kind.test(readAround(bytes, at, 'ty'.length, longest)),
};
