import type { Reference } from '@embalm/post';
import type { Embed } from './article.ts';
import type { Exhibit } from '../exhibit.ts';

/** An embed that has a post to show. */
export interface ReadyEmbed extends Embed {
  readonly exhibit: Exhibit;
}

/**
 * The embeds that have a post to show, in the order of the article. Of two that overlap, the one that begins first
 * stays; ranges that are none in the article are left out.
 */
export function chooseEmbeds(embeds: readonly Embed[], length: number): readonly ReadyEmbed[] {
  const chosen: ReadyEmbed[] = [];
  let end = 0;
  for (const embed of embeds.filter(isReady).toSorted(byPlace)) {
    const [from, to] = embed.reference.range;
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < end || to <= from || to > length) continue;
    chosen.push(embed);
    end = to;
  }
  return chosen;
}

/** Whether a reference is a whole block of the article: what was an embed once. A link may stand within a sentence. */
export function isBlock({ kind }: Reference): boolean {
  return kind !== 'post-url' && kind !== 'short-link';
}

function isReady(embed: Embed): embed is ReadyEmbed {
  return embed.exhibit !== null;
}

function byPlace({ reference: { range: left } }: Embed, { reference: { range: right } }: Embed): number {
  return left[0] - right[0] || right[1] - left[1];
}
