import type { Range } from '@embalm/post';
import { linkUrl } from '../../html/safe-url.ts';
import type { Edit } from '../apply-edits.ts';
import type { Embed } from '../article.ts';
import { isBlock, type ReadyEmbed } from '../choose-embeds.ts';
import { overlapsAny } from '../overlaps-any.ts';
import { readMarkdownLinks } from './read-markdown-links.ts';
import { writeAnchor } from './write-anchor.ts';

/**
 * Say in the links to posts that Markdown writes its own way which version was archived: they become links of HTML, for its own
 * have no attributes. Their words and titles stay.
 *
 * What the article alone says of a post is no version of it.
 *
 * @param text Without front matter, or with it blanked out.
 * @param replaced Those of the embeds that are links no longer.
 */
export function makeMarkdownLinksRobust(
  text: string,
  embeds: readonly ReadyEmbed[],
  replaced: ReadonlySet<Embed>,
): readonly Edit[] {
  const links = embeds.filter(
    (embed) => !isBlock(embed.reference) && !replaced.has(embed) && embed.exhibit.provenance.source !== 'quoted',
  );
  if (links.length === 0) return [];
  const taken = embeds.filter((embed) => replaced.has(embed)).map(({ reference }) => reference.range);
  const byStart = new Map(links.map((embed) => [embed.reference.range[0], embed]));
  return readMarkdownLinks(text).flatMap((link): readonly Edit[] => {
    const { range, place, address } = link;
    const embed = byStart.get(place[0]) ?? byStart.get(range[0]);
    const url = linkUrl(address);
    if (embed === undefined || url === null || overlapsAny(range, taken) || !standsAlone(text, range)) return [];
    return [{ range, replacement: writeAnchor(text, link, url, embed.exhibit) }];
  });
}

/** Whether it has no bracket right beside it that would be read otherwise beside a tag, and no attributes as in kramdown. */
function standsAlone(text: string, [from, to]: Range): boolean {
  const isBehindBracket = text.startsWith('][', from - 1);
  const isReference = text.charAt(to - 1) === ']';
  return !isBehindBracket && !(isReference ? /[[({]/ : /\{/).test(text.charAt(to));
}
