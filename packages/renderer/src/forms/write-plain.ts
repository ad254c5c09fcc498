import { textOfUrl } from '../html/safe-url.ts';
import type { Block, Inline, Line } from './outline.ts';

/** Text alone, quotations marked with `>` as in mail; addresses of links that do not show them stand behind them. */
export function writePlain(blocks: readonly Block[]): string {
  const written = blocks.map(writeBlock).filter((lines) => lines.length > 0);
  return written.map((lines) => lines.join('\n')).join('\n\n');
}

function writeBlock(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
      return block.lines.map(writeLine);
    case 'picture': {
      const name = block.caption === '' ? block.label : block.caption;
      return name === '' ? [] : [`[${oneLine(name)}]`];
    }
    case 'list':
      return block.items.map((item) => `- ${writeLine(item)}`);
    case 'quote':
      return writePlain(block.blocks)
        .split('\n')
        .map((line) => (line === '' ? '>' : `> ${line}`));
  }
}

function writeLine(line: Line): string {
  return oneLine(line.map(writeInline).join(''));
}

function writeInline(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  return /^[#@$＃＠＄]/.test(inline.text) ? inline.text : `${inline.text} <${textOfUrl(inline.url)}>`;
}

function oneLine(text: string): string {
  return text.toWellFormed().replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
