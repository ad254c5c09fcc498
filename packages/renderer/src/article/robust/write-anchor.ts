import { attribute, markupOfAttribute } from '../../html/attribute.ts';
import type { SafeUrl } from '../../html/safe-url.ts';
import type { Exhibit } from '../../exhibit.ts';
import { writeRawHtml } from '../write-raw-html.ts';
import type { MarkdownLink } from './read-markdown-links.ts';
import { versionAttributes } from './version-attributes.ts';

/** Marks that belong to no other within the words could find one outside of them. */
const strayMarks = /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|[*[\]]/g;

/** What many programs make a link of where they find it as text, and HTML has no links within links. */
const linkedText = /https?:(?=\/\/)|www(?=\.)|[\w.+-]@(?=[\w-]+\.)/gi;

/**
 * Write a link of Markdown as one of HTML, which says which version of its post was archived. Its words stay Markdown, which
 * is read there, too (CommonMark 0.31 §6.6).
 */
export function writeAnchor(text: string, link: MarkdownLink, url: SafeUrl, exhibit: Exhibit): string {
  const attributes = [attribute('href', url), attribute('title', link.title)].map(markupOfAttribute).join('');
  const tag = writeRawHtml(`<a${attributes}${versionAttributes(exhibit)}>`);
  return `${tag}${writeWords(text, link)}</a>`;
}

function writeWords(text: string, { label: [from, to], marked, isAutolink }: MarkdownLink): string {
  const pieces: string[] = [];
  let at = from;
  for (const [start, end] of marked) {
    pieces.push(writePlain(text.slice(at, start), isAutolink), text.slice(start, end));
    at = end;
  }
  return [...pieces, writePlain(text.slice(at, to), isAutolink)].join('');
}

function writePlain(plain: string, isLiteral: boolean): string {
  const written = isLiteral ? plain.replaceAll('\\', '\\\\').replaceAll('&', '&amp;').replaceAll('`', '\\`') : plain;
  return written.replaceAll(strayMarks, String.raw`\$&`).replaceAll(linkedText, '$&<wbr>');
}
