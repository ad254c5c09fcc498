import type { Reference } from '@embalm/post';
import { readPage } from '../html/read-page.ts';
import { readEmbed } from './embed.ts';

/** Read the first embed in a piece of HTML, or `null` if there is none, or it leads to no post. Its range is within the piece. */
export function readFirstEmbed(html: string): Reference | null {
  const { embeds, text } = readPage(html);
  const [zone] = embeds;
  return zone === undefined ? null : readEmbed(text, zone);
}
