import type { Reference } from '@embalm/post';
import { readShortcodeInText } from './finders/shortcode.ts';
import { readEmbedAround } from './finders/written-embed.ts';
import { findReferencesInHtml } from './formats/html.ts';
import { findReferencesInMarkdown } from './formats/markdown.ts';
import { findReferencesInText } from './formats/text.ts';

/** How an input is written. */
export type InputFormat = 'text' | 'html' | 'markdown';

/** How to read an input. */
export interface FindOptions {
  readonly format: InputFormat;
}

const finders: Readonly<Record<InputFormat, (input: string) => readonly Reference[]>> = {
  text: (input) => findReferencesInText(input, { markup: readEmbedAround, shortcode: readShortcodeInText }),
  html: findReferencesInHtml,
  markdown: findReferencesInMarkdown,
};

/**
 * Find every reference to a post.
 *
 * Pure and synchronous; the cost is linear in the input's length. Never throws, whatever the input.
 *
 * @returns In the order of the input; ranges are UTF-16 units of the input and never overlap. A link inside an embed is
 * the embed's and no reference of its own.
 */
export function findReferences(input: string, { format }: FindOptions): readonly Reference[] {
  return finders[format](input);
}
