import { embedData } from '../../platforms/embed-data.ts';
import type { Trigram } from '../trigram-finder.ts';
import { mayEmbedAround } from './embeds-post.ts';
import { endsName, openNames } from './match-names.ts';
import { type MarkupNames, namesOfTwitter, namesWithHyphen, otherNames } from './markup-names.ts';
import { isShortcodeAt } from './shortcode-traces.ts';
import { readAround, type Trace, trigramAround } from './trace.ts';

/** What stands before a name that is a class or an attribute: in styles and programs, dots and brackets before those of classes. */
const beforeAttribute = /(?<![\w.#-]|\(["'])$|\\[nrt]$|u00[\da-f]{2}$|%2[027]$/i;

/** What stands before the name of an element. */
const tagStart = '(?:<|&lt;|[ux](?:00)?3c)';
const beforeElement = new RegExp(`${tagStart}$`, 'i');
const longestBefore = 5;

/** Make ready to tell names in markup, as it is or escaped, at a place in them. */
function openMarkupNames(
  { attributes, components }: MarkupNames,
  placeIn: (name: string) => number,
): (bytes: Buffer, at: number) => boolean {
  const isAttributeAt = openNames(attributes, placeIn, isAttribute);
  const isComponentAt = openNames(components, placeIn, isComponent);
  return (bytes, at) => isAttributeAt(bytes, at) || isComponentAt(bytes, at);
}

function isAttribute(bytes: Buffer, start: number): boolean {
  return isBeforeAttribute(bytes, start) && mayEmbedAround(bytes, start);
}

function isBeforeAttribute(bytes: Buffer, start: number): boolean {
  return beforeAttribute.test(readAround(bytes, start, longestBefore, 0));
}

function isComponent(bytes: Buffer, start: number, end: number): boolean {
  return beforeElement.test(readAround(bytes, start, longestBefore, 0)) && endsName(bytes, end);
}

const hyphen = (name: string): number => name.search(/[_-]/);
const isNameWithHyphen = openMarkupNames(namesWithHyphen, hyphen);

/** Embeds of other platforms, by the names of their elements, classes or attributes. */
export const nameTrace: Trace = {
  trigrams: trigramsOf(namesWithHyphen, hyphen),
  isAt: (bytes, at) => isNameWithHyphen(bytes, at + 1),
};

/** Of the other names the rarest three characters are these. */
const rarest = (name: string): number => name.search(/mto|tey|^lym/) + 1;
const isOtherName = openMarkupNames(otherNames, rarest);

/** The same by names that have no hyphen. */
export const otherNameTrace: Trace = {
  trigrams: trigramsOf(otherNames, rarest),
  isAt: (bytes, at) => isOtherName(bytes, at + 1),
};

function trigramsOf({ attributes, components }: MarkupNames, placeIn: (name: string) => number): readonly Trigram[] {
  return [...attributes, ...components].map((name) => trigramAround(name, placeIn(name)));
}

/** Embeds of X as it gives them out. */
const isQuotationAt = openNames(['twitter-tweet', 'twitter-video'], () => 0, isBeforeAttribute);

const isNameOfTwitter = openMarkupNames(namesOfTwitter, (name) => name.indexOf('tw'));

/** Shortcodes with X's name, by what stands around that; those in braces are told by these. */
const aroundName = /[`>.:[]\s{0,3}tw(?:eet|itter)|tw(?:eet|itter)::?["'“”‘’`]?(?:\d|https?:|\/\/)/i;
const longestName = 24;

/** Components whose names have that of X in them. */
const component = new RegExp(`${tagStart}[\\w-]{0,20}tw(?:eet|itter)`, 'i');
const longestComponent = 28;

/** What data says of an object that is a post. */
const { quote, between, kinds } = embedData;
const node = new RegExp(`(?:type|${kinds})${between}${quote}[\\w./-]{0,60}tw(?:eet|itter)`, 'i');
const longestNode = 90;

/** The class that is a word, too. */
const classTweet = /class\W{1,6}[^<>=]{0,120}(?<![\w-])tweet(?![\w-])/i;
const longestClass = 140;

/** The same of X, and shortcodes that say its name. */
export const twitterTrace: Trace = {
  trigrams: [['t', 'w', 'ei']],
  isAt: (bytes, at) =>
    isQuotationAt(bytes, at) ||
    isNameOfTwitter(bytes, at) ||
    component.test(readAround(bytes, at, longestComponent, 'twitter'.length)) ||
    node.test(readAround(bytes, at, longestNode, 'twitter'.length)) ||
    classTweet.test(readAround(bytes, at, longestClass, longestName)) ||
    (aroundName.test(readAround(bytes, at, 4, longestName)) && isShortcodeAt(bytes, at)),
};
