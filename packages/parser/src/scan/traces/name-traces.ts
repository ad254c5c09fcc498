import { openNames } from './match-names.ts';
import { type MarkupNames, namesOfTwitter, namesWithHyphen } from './markup-names.ts';
import { isShortcodeAt } from './shortcode-traces.ts';
import { readAround, type Trace, trigramAround } from './trace.ts';

/** What stands before a name that is a class or an attribute: in styles there are dots before those of classes. */
const beforeAttribute = /(?<![\w.#-])$|\\[nrt]$|u00[\da-f]{2}$|%2[027]$/i;

/** What stands before the name of an element. */
const beforeElement = /(?:<|&lt;|[ux](?:00)?3c)$/i;
const longestBefore = 5;

/** What names go on with. */
const more = /^[\w-]/;

/** Make ready to tell names in markup, as it is or escaped, at a place of two of their characters. */
function openMarkupNames(
  { attributes, components }: MarkupNames,
  placeIn: (name: string) => number,
): (bytes: Buffer, at: number) => boolean {
  const isAttribute = openNames(attributes, placeIn);
  const isComponent = openNames(components, placeIn);
  return (bytes, at) =>
    isAttribute(bytes, at, (start) => beforeAttribute.test(readAround(bytes, start, longestBefore, 0))) ||
    isComponent(
      bytes,
      at,
      (start, end) =>
        beforeElement.test(readAround(bytes, start, longestBefore, 0)) && !more.test(readAround(bytes, end, 0, 1)),
    );
}

const hyphen = (name: string): number => name.indexOf('-');
const isNameWithHyphen = openMarkupNames(namesWithHyphen, hyphen);

/** Embeds of other platforms, by the names of their elements, classes or attributes. */
export const nameTrace: Trace = {
  trigrams: [...namesWithHyphen.attributes, ...namesWithHyphen.components].map((name) =>
    trigramAround(name, hyphen(name)),
  ),
  isAt: (bytes, at) => isNameWithHyphen(bytes, at + 1),
};

const isNameOfTwitter = openMarkupNames(namesOfTwitter, (name) => name.indexOf('tw'));

/** Shortcodes with X's name, by what stands around that; those in braces are told by these. */
const aroundName = /[`>.:[]\s{0,3}tw(?:eet|itter)|tw(?:eet|itter)::?["'“”‘’`]?(?:\d|https?:|\/\/)/i;
const longestName = 24;

/** The class that is a word, too. */
const classTweet = /class\W{1,6}[^<>=]{0,120}(?<![\w-])tweet(?![\w-])/i;
const longestClass = 140;

/** The same of X, and shortcodes that say its name. */
export const twitterTrace: Trace = {
  trigrams: [['t', 'w', 'ei']],
  isAt: (bytes, at) =>
    isNameOfTwitter(bytes, at) ||
    classTweet.test(readAround(bytes, at, longestClass, longestName)) ||
    (aroundName.test(readAround(bytes, at, 4, longestName)) && isShortcodeAt(bytes, at)),
};
