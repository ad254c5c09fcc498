import { textOfUrl } from '../html/safe-url.ts';
import type { Block, Inline, Line } from './outline.ts';

/** All that CommonMark and GitHub's Markdown could take for more than text (CommonMark 0.31 §2.4 lets any be escaped). */
const special = /[\\`*_{}[\]<>()#+.!|~&$^="':@-]/g;

/** Markdown. What the post says is escaped, so that nothing in it becomes a link, an image or HTML. */
export function writeMarkdown(blocks: readonly Block[]): string {
  return blocks.map((block) => writeBlock(block).join('\n')).join('\n\n');
}

function writeBlock(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
      return block.lines.map((line, index) => writeLine(line) + (index < block.lines.length - 1 ? '\\' : ''));
    case 'picture':
      return [`![${escape(block.caption === '' ? block.label : block.caption)}](<${textOfUrl(block.url)}>)`];
    case 'list':
      return block.items.map((item) => `- ${writeLine(item)}`);
    case 'quote':
      return writeMarkdown(block.blocks)
        .split('\n')
        .map((line) => (line === '' ? '>' : `> ${line}`));
  }
}

function writeLine(line: Line): string {
  return line.map(writeInline).join('').trim();
}

function writeInline(inline: Inline): string {
  return typeof inline === 'string' ? escape(inline) : `[${escape(inline.text)}](<${textOfUrl(inline.url)}>)`;
}

function escape(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(special, String.raw`\$&`);
}
