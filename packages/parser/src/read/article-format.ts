import { extname } from 'node:path';
import type { InputFormat } from '../find-references.ts';

/** The files in a folder that are articles, and how they are written. */
export const formatByExtension: ReadonlyMap<string, InputFormat> = new Map([
  ['.txt', 'text'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.mdx', 'markdown'],
  ['.html', 'html'],
  ['.htm', 'html'],
]);

/** How HTML begins. From the MIME Sniffing standard, 7.1, and the elements that fragments of articles begin with. */
const htmlStart =
  /^\s{0,1000}<(?:!doctype html|html|head|script|iframe|h[1-6]|div|font|table|a|style|title|b|body|br|p|article|blockquote|figure|main|section|!--)[\s/>]/i;

/** How an article is written: by the extension of its name, or else by how it begins. */
export function detectFormat(name: string, text: string): InputFormat {
  return formatByExtension.get(extname(name).toLowerCase()) ?? (htmlStart.test(text) ? 'html' : 'text');
}
