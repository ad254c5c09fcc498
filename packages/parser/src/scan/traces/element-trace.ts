import { readEmbedTarget } from '../../finders/embed-target.ts';
import { providerHint } from '../../platforms/providers.ts';
import { tokenize } from '../../html/tokenize.ts';
import { bareElements } from './markup-names.ts';
import { openNames } from './match-names.ts';
import { readAround, type Trace } from './trace.ts';

/** Their names stand behind `<`, or what that may end in where it is escaped. */
const elements = [...bareElements, 'blockquote'];
const isElement = openNames(elements, () => 0);
const more = /^[\w-]/;

/** The longest tag that is looked at. */
const longestTag = 4096;

/** A tag to its end, if that is there. */
const tag = /^<(?:[^<>"']|"[^"]*"|'[^']*')*>/;

/** What markup that is escaped has in it if it shows a post of another platform. */
const foreign = new RegExp(`${providerHint.source}|xembed`, 'i');

/** Frames and other elements that show what is elsewhere, and quotations of it: they are on every page, few with a post. */
export const elementTrace: Trace = {
  trigrams: elements.map((name) => ['<;', name.charAt(0), name.charAt(1)]),
  isAt(bytes, at) {
    if (!isElementAt(bytes, at + 1)) return false;
    const text = readAround(bytes, at, 0, longestTag);
    const written = tag.exec(text)?.[0];
    return written === undefined ? foreign.test(text) : embedsPost(written);
  },
};

/** The same where `<` is escaped as in JavaScript. */
export const escapedElementTrace: Trace = {
  trigrams: elements.map((name) => ['3', 'c', name.charAt(0)]),
  isAt: (bytes, at) => isElementAt(bytes, at + 2) && foreign.test(readAround(bytes, at, 0, longestTag)),
};

function isElementAt(bytes: Buffer, at: number): boolean {
  return isElement(bytes, at, (_, end) => !more.test(readAround(bytes, end, 0, 1)));
}

/** Whether a tag is that of an embed. */
export function embedsPost(written: string): boolean {
  let isEmbed = false;
  tokenize(written, {
    onOpen: (name, attributes) => void (isEmbed ||= readEmbedTarget(name, attributes) !== null),
    onSelfClosing: () => {},
    onClose: () => {},
    onText: () => {},
    onLongAttribute: () => {},
    onCharacter: () => {},
  });
  return isEmbed;
}
