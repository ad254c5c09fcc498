import { providerHint } from '../../platforms/providers.ts';
import { embedsPost, readTag } from './embeds-post.ts';
import { bareElements } from './markup-names.ts';
import { openNames } from './match-names.ts';
import { readAround, type Trace } from './trace.ts';

/** Their names stand behind `<`, or what that may end in where it is escaped. */
const elements = [...bareElements, 'blockquote'];
const more = /^[\w-]/;
const isElementAt = openNames(
  elements,
  () => 0,
  (bytes, _, end) => !more.test(readAround(bytes, end, 0, 1)),
);

/** How much is looked at of markup that is escaped. */
const longestMarkup = 4096;

/** How `<` is escaped in HTML. */
const escapedStart = /&(?:lt|#0{0,3}60|#x0{0,3}3c);$/i;

/** What markup that is escaped has in it if it shows a post of another platform. */
const foreign = new RegExp(`${providerHint.source}|xembed`, 'i');

/** Frames and other elements that show what is elsewhere, and quotations of it: they are on every page, few with a post. */
export const elementTrace: Trace = {
  trigrams: elements.map((name) => ['<;', name.charAt(0), name.charAt(1)]),
  isAt(bytes, at) {
    if (!isElementAt(bytes, at + 1)) return false;
    if (bytes[at] === semicolon && !escapedStart.test(readAround(bytes, at, longestEscape, 1))) return false;
    const written = readTag(bytes, at);
    return written === null ? isForeignAt(bytes, at) : embedsPost(written);
  },
};

/** The same where `<` is escaped as in JavaScript. */
export const escapedElementTrace: Trace = {
  trigrams: elements.map((name) => ['3', 'c', name.charAt(0)]),
  isAt: (bytes, at) => isElementAt(bytes, at + 2) && isForeignAt(bytes, at),
};

const semicolon = 0x3b;
const longestEscape = 8;

function isForeignAt(bytes: Buffer, at: number): boolean {
  return foreign.test(readAround(bytes, at, 0, longestMarkup));
}
