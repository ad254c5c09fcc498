import { attribute, markupOfAttribute } from '../html/attribute.ts';
import { linkUrl, textOfUrl } from '../html/safe-url.ts';
import type { Exhibit } from '../exhibit.ts';
import type { Edit } from './apply-edits.ts';
import type { Embed } from './article.ts';
import type { ReadyEmbed } from './choose-embeds.ts';

/** Anchors with attributes; those of a longer name, as in `<area>`, are none. */
const anchor = /<a(?=\s)/iy;
const isRobust = /\sdata-version(?:url|date)\b/i;
const longestTag = 4000;

/**
 * Say in links to posts which version was archived, in the attributes of Robust Links: `data-versiondate`, when it was
 * captured, and `data-versionurl`, where that is in a web archive, if it is. The link itself stays. One that has such
 * attributes keeps them.
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

function versionAttributes({ provenance: { memento, capturedAt } }: Exhibit): string {
  const url = linkUrl(memento?.url);
  return [
    attribute('data-versionurl', url === null ? null : forReaders(textOfUrl(url))),
    attribute('data-versiondate', memento?.at ?? capturedAt),
  ]
    .map(markupOfAttribute)
    .join('');
}

/** The Internet Archive shows what it kept as a page where it is not asked for the bytes alone. */
function forReaders(memento: string): string {
  return memento.replace(/^(https:\/\/web\.archive\.org\/web\/\d{14})id_\//, '$1/');
}
