import {
  embedClasses,
  frameElements,
  idComponents,
  tweetComponents,
  tweetIdAttributes,
} from '../platforms/embed-markup.ts';
import { shortcodeStart } from '../platforms/shortcodes.ts';
import { linkHost } from '../platforms/x.ts';

/** A character that a finder may look for, as HTML and JSON can write it: none of those that both escape all the time. */
const hex = '(?:28|2[ef]|3\\d|[4-7][\\da-f])';
const decimal = '(?:40|4[67]|4[89]|5[0-7]|6[4-9]|[7-9]\\d|1[012]\\d)';
const escaped = `&#(?:x0{0,6}${hex}|0{0,6}${decimal})(?![\\da-f])|&(?:sol|period|commat|lpar|lowbar|percnt);|\\\\u00${hex}`;

/** Profiles and share buttons of X are on every page; they are no references. Short links look like profiles. */
const isShort = '(?<=(?:t\\.co|pic\\.(?:twitter|x)\\.com)[/\\\\%&#;\\w]{1,8})';
const isProfile = '(?:intent\\W{1,6}tweet|\\w{1,20}["\'?&#])';
/** Elements and attributes that embed a post by its id alone; others have its address. */
const components = [...tweetComponents, ...idComponents.keys()].join('|');
const markup = ['twitter-(?:tweet|video)', ...embedClasses.keys(), ...tweetIdAttributes].filter(
  (name) => name !== 'tweet',
);
const component = `(?:<|&lt;|u003c)(?:${components})(?![\\w-])`;
/** `twitter:card` and its like are on every page. */
const shortcode = `(?!(?:tweet|twitter):[a-gi-z_-])(?:${shortcodeStart.source})`;
const signature = '[(>]@\\w';

const trigger = new RegExp(
  [`(?:${linkHost})(?:${isShort}|(?!${isProfile}))`, ...markup, component, signature, shortcode, escaped].join('|'),
  'i',
);

/** Frames are on every page; those of other platforms are told by their addresses. */
const frame = new RegExp(`(?:<|&lt;|u003c)(?:${[...frameElements].join('|')})(?![\\w-])`, 'i');
const foreign = /bsky|threads\.|instagr|tiktok|facebook|redd|youtu|\/@\w|\/users\//i;

/**
 * Whether a finder can find something in a record, be it text, HTML, or either of them in JSON. It may be wrong only in
 * saying so. In bytes of any encoding that has ASCII as it is.
 */
export function mayHaveReferences(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  return trigger.test(text) || (frame.test(text) && foreign.test(text));
}
