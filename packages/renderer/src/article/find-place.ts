import type { Range } from '@embalm/post';
import { isBlock, type ReadyEmbed } from './choose-embeds.ts';

const paragraphStart = /<p(?:\s[^<>]{0,1000})?>\s{0,100}$/i;
const paragraphEnd = /^\s{0,100}<\/p\s*>/i;
const farthest = 1200;

/**
 * Where an embed goes in a page: in the place of the reference, or of the paragraph that holds nothing else.
 *
 * @returns `null` for a link in running text, whose author chose a link and not an embed, and for what stands in a string.
 */
export function findPlace(html: string, embed: ReadyEmbed): Range | null {
  if (embed.reference.inString === true) return null;
  const [from, to] = embed.reference.range;
  const before = paragraphStart.exec(html.slice(Math.max(0, from - farthest), from));
  const after = paragraphEnd.exec(html.slice(to, to + farthest));
  if (before !== null && after !== null) return [from - before[0].length, to + after[0].length];
  return isBlock(embed.reference) ? [from, to] : null;
}
