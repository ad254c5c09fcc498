import { addressAttributes } from '../../platforms/embed-markup.ts';
import { providerHint } from '../../platforms/providers.ts';
import { embedsPost } from './element-trace.ts';
import { openNames } from './match-names.ts';
import { readAround, type Trace, trigramAround } from './trace.ts';

const names = [...addressAttributes];
const hyphen = (name: string): number => name.indexOf('-');
const isName = openNames(names, hyphen);

/** An attribute and its value, whose quotes may be escaped. */
const attribute = /^[\w-]{1,40}\s{0,9}=\s{0,9}(?:"[^"<>]{1,400}"|'[^'<>]{1,400}')/;
const longest = 448;

/** Embeds of other platforms, by their addresses in attributes of any element. */
export const addressTrace: Trace = {
  trigrams: names.map((name) => trigramAround(name, hyphen(name))),
  isAt: (bytes, at) =>
    isName(bytes, at + 1, (start) => {
      const written = readAround(bytes, start, 0, longest);
      if (!providerHint.test(written)) return false;
      const read = attribute.exec(written)?.[0];
      return read === undefined || (providerHint.test(read) && embedsPost(`<div ${read}>`));
    }),
};

/** A link to Facebook with a year in what it shows. */
const datedLink = /facebook\.com[^"'<>\s]{0,300}["'\\][^<>]{0,200}(?:>|u003e|&gt;)[^<>]{0,60}(?:19|20)\d\d/i;

/** The last line of a Facebook embed that is nothing but text and its links. */
export const datedLinkTrace: Trace = {
  trigrams: [['c', 'e', 'b']],
  isAt: (bytes, at) => datedLink.test(readAround(bytes, at, 'fa'.length, longest)),
};
