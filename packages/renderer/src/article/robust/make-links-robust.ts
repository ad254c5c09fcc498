import type { Edit } from '../apply-edits.ts';
import type { Embed } from '../article.ts';
import type { ReadyEmbed } from '../choose-embeds.ts';
import { versionAttributes } from './version-attributes.ts';

/** Anchors with attributes; those of a longer name, as in `<area>`, are none. */
const anchor = /<a(?=\s)/iy;
const isRobust = /\sdata-version(?:url|date)\b/i;
const longestTag = 4000;

/**
 * Say in links to posts which version was archived, in attributes. The link itself stays. One that has such attributes keeps
 * them.
 *
 * What the article alone says of a post is no version of it.
 *
 * @param replaced Those of the embeds that are links no longer.
 * @see https://robustlinks.mementoweb.org/spec/
 */
export function makeLinksRobust(
  text: string,
  embeds: readonly ReadyEmbed[],
  replaced: ReadonlySet<Embed>,
): readonly Edit[] {
  return embeds.flatMap((embed): readonly Edit[] => {
    const {
      exhibit,
      reference: { range, inString },
    } = embed;
    anchor.lastIndex = range[0];
    if (!anchor.test(text) || replaced.has(embed) || inString === true || exhibit.provenance.source === 'quoted')
      return [];
    const place = anchor.lastIndex;
    const tag = text.slice(range[0], range[0] + longestTag).split('>', 1)[0] ?? '';
    return isRobust.test(tag) ? [] : [{ range: [place, place], replacement: versionAttributes(exhibit) }];
  });
}
