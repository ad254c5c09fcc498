import { readAround, type Trace } from './trace.ts';

/** A link to Facebook with a year in what it shows. */
const datedLink = /facebook\.com[^"'<>\s]{0,300}["'\\][^<>]{0,200}(?:>|u003e|&gt;)[^<>]{0,60}(?:19|20)\d\d/i;
const longest = 448;

/** Before these, the name has so much. */
const before = 'fa'.length;

/** The last line of a Facebook embed that is nothing but text and its links. */
export const datedLinkTrace: Trace = {
  trigrams: [['c', 'e', 'b']],
  isAt: (bytes, at) => datedLink.test(readAround(bytes, at, before, longest)),
};
