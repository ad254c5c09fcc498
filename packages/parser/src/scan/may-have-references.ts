import {
  embedClasses,
  encodedEmbedClass,
  frameElements,
  idComponents,
  tweetComponents,
  tweetIdAttributes,
} from '../platforms/embed-markup.ts';
import { shortcodeStart } from '../platforms/shortcodes.ts';
import { linkHost } from '../platforms/x.ts';
import { openPlaceFinder } from './place-finder.ts';

/** A character that a finder may look for, as HTML and JSON can write it: none of those that both escape all the time. */
const hex = '(?:28|2[ef]|3\\d|[4-7][\\da-f])';
const decimal = '(?:40|4[67]|4[89]|5[0-7]|6[4-9]|[7-9]\\d|1[012]\\d)';
const escaped = `&#(?:x0{0,6}${hex}|0{0,6}${decimal})(?![\\da-f])|&(?:sol|period|commat|lpar|lowbar|percnt);|\\\\u00${hex}`;

/** Profiles and share buttons of X are on every page; they are no references. Short links look like profiles. */
const dot = '(?:\\W{1,3}|\\[dot\\])';
const isShort = `(?<=(?:t${dot}co|pic${dot}(?:twitter|x)${dot}com)[/\\\\%&#;\\w]{1,8})`;
const isProfile = '(?:intent\\W{1,6}tweet|\\w{1,20}["\'?&#]|(?:\\w{0,20}|intent\\W{1,6}\\w{0,5})$)';
const link = `(?:${linkHost})(?:${isShort}|(?!${isProfile}))`;

/** `twitter:card` and its like are on every page. */
const shortcode = `(?!(?:tweet|twitter):[a-gi-z_-])(?:${shortcodeStart.source})`;
const signature = '[(>]@[\\w\\\\]';

/** Elements and attributes that embed a post by its id alone; others have its address. */
const components = [...tweetComponents, ...idComponents.keys()];
const component = (names: readonly string[]): string => `(?:<|&lt;|u003c)(?:${names.join('|')})(?![\\w-])`;
const ofTwitter = /tw(?:eet|itter)/i;
/** Those of X that do not say so have its address. */
const classes = [...embedClasses].filter(([name, { platform }]) => platform !== 'x' || ofTwitter.test(name));
const markup = [...classes.map(([name]) => name), ...tweetIdAttributes].filter((name) => name !== 'tweet');
const others = (names: readonly string[]): readonly string[] => names.filter((name) => !ofTwitter.test(name));

/** All that a finder may look for, told from a few characters around it. To look for it in a whole text is slow. */
const trigger = new RegExp(
  [link, 'twitter-(?:tweet|video)', ...markup, component(components), signature, shortcode, escaped].join('|'),
  'i',
);
const before = 140;
const behind = 160;

/** The rest of the names, by their hyphen. */
const rest = new RegExp(
  `-(?:${[...others(markup), ...others(components)]
    .filter((name) => name.includes('-'))
    .map((name) => name.split(/-(.*)/))
    .map(([first, last]) => `(?<=${first}-)${last}`)
    .join('|')})`,
  'i',
);

/** Frames are on every page; those of other platforms are told by their addresses. */
const opened = [...frameElements, ...others(components).filter((name) => !name.includes('-'))];
const frame = new RegExp(`[<;c](?:${opened.join('|')})(?![\\w-])`, 'i');
/** A quotation of what another platform has, by its source. */
const quotation = /[<;c]blockquote\s[^<>]{0,90}?cite=.{1,40}(?:bsky|threads|instagr|tiktok|facebook|redd)/i;
const foreign = /bsky|threads\.|instagr|tiktok|facebook|redd|youtu|\/@\w|\/users\/|xembed/i;

/** Few pages have much of it. */
const findPlaces = openPlaceFinder(
  [...others(markup), ...others(components)].filter((name) => name.includes('-')),
  [...opened, 'blockquote'],
);

/** What is looked at around one place serves for those right behind it. */
const nearby = 40;

/** So many places to look at take longer than to look for references. */
const mostPlaces = 5000;

/**
 * Whether a finder can find something in a record, be it text, HTML, or either of them in JSON. It may be wrong only in
 * saying so. In bytes of any encoding that has ASCII as it is.
 */
export function mayHaveReferences(bytes: Buffer): boolean {
  let seen = -nearby;
  let places = 0;
  let hasFrame = false;
  for (const at of findPlaces(bytes)) {
    const isEncoded = isDigit(bytes[at + 1]);
    if (at - seen < nearby && !isEncoded) continue;
    const text = bytes.toString('latin1', Math.max(0, at - before), at + behind);
    if (trigger.test(text) || rest.test(text) || quotation.test(text) || (isEncoded && encodedEmbedClass.test(text)))
      return true;
    hasFrame ||= frame.test(text);
    seen = at;
    places += 1;
    if (places > mostPlaces) return true;
  }
  return hasFrame && foreign.test(bytes.toString('latin1'));
}

/** The places of what is in base64 have one in their middle. */
function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
