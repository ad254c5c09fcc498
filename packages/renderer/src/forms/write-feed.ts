import { attribute } from '../html/attribute.ts';
import { type Content, html, type Html } from '../html/html.ts';
import type { Block, Line } from './outline.ts';

/**
 * Markup of the elements that feed readers and sanitizers keep, measured on sanitize-html, DOMPurify, rehype-sanitize,
 * Miniflux and WordPress: quotations, paragraphs, lists, links, pictures; no class and no style.
 */
export function writeFeed(blocks: readonly Block[]): Html {
  return html`${blocks.map(writeBlock)}`;
}

function writeBlock(block: Block): Html {
  switch (block.type) {
    case 'paragraph':
      return html`<p>${writeLines(block.lines)}</p>`;
    case 'picture':
      return html`<p>
        <img
          src="${block.url}"
          alt="${block.caption === '' ? block.label : ''}"
        />${block.caption === '' ? null : [html`<br />`, block.caption]}
      </p>`;
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${writeLine(item)}</li>`)}
      </ul>`;
    case 'quote':
      return html`<blockquote${attribute('cite', block.cite)}>${block.blocks.map(writeBlock)}</blockquote>`;
  }
}

function writeLines(lines: readonly Line[]): Content {
  return lines.map((line, index) => (index === 0 ? writeLine(line) : [html`<br />`, writeLine(line)]));
}

function writeLine(line: Line): Content {
  return line.map((inline) => (typeof inline === 'string' ? inline : html`<a href="${inline.url}">${inline.text}</a>`));
}
