import { providerHint } from '../../platforms/providers.ts';
import { embedsPost, readTag } from './embeds-post.ts';
import { bareElements } from './markup-names.ts';
import { endsName, openNames } from './match-names.ts';
import { readAround, type Trace } from './trace.ts';

/** Their names stand behind `<`, or what that may end in where it is escaped. */
const elements = [...bareElements, 'blockquote'];
const isElementAt = openNames(
  elements,
  () => 0,
  (bytes, _, end) => endsName(bytes, end),
);

/** How much is looked at of markup that is escaped. */
const longestMarkup = 4096;

/** What markup that is escaped has in it if it shows a post of another platform. */
const foreign = new RegExp(`${providerHint.source}|xembed`, 'i');

/** Frames and other elements that show what is elsewhere, and quotations of it: they are on every page, few with a post. */
export const elementTrace: Trace = {
  trigrams: elements.map((name) => ['<', name.charAt(0), name.charAt(1)]),
  isAt(bytes, at) {
    if (!isElementAt(bytes, at + 1)) return false;
    const written = readTag(bytes, at);
    return written === null ? isForeignAt(bytes, at) : embedsPost(written);
  },
};

/** How `<` ends where it is escaped, in JavaScript or in HTML. */
const escapedStart = /(?:[ux](?:00)?3c|&(?:lt|#0{0,3}60|#x0{0,3}3c);)$/i;
const longestEscape = 8;

/** The same where it is. */
export const escapedElementTrace: Trace = {
  trigrams: elements.flatMap((name) => [
    ['3', 'c', name.charAt(0)],
    ['t0c', ';', name.charAt(0)],
  ]),
  isAt: (bytes, at) =>
    isElementAt(bytes, at + 2) && escapedStart.test(readAround(bytes, at, longestEscape, 2)) && isForeignAt(bytes, at),
};

function isForeignAt(bytes: Buffer, at: number): boolean {
  return foreign.test(readAround(bytes, at, 0, longestMarkup));
}
