import { drawExhibit } from '../draw-exhibit.ts';
import { textOfMarkup } from '../html/html.ts';
import { resolveSettings } from '../settings.ts';
import type { Edit } from './apply-edits.ts';
import type { Article, ArticleOptions, Embed } from './article.ts';
import type { ReadyEmbed } from './choose-embeds.ts';
import { findPlace } from './find-place.ts';
import { findNeedlessScripts } from './find-widget-scripts.ts';
import { makeLinksRobust } from './robust/make-links-robust.ts';
import { findOwnStyles, placeStyles } from './own-styles.ts';

/**
 * Put posts in the place of their references, and the stylesheet once before them. X's script goes when no embed is left
 * that needs it. Every other byte stays as it is; without a post to show, all of them do.
 *
 * @param embeds Those that have a post to show, in the order of the page, none overlapping another.
 * @param all All references of the page.
 */
export function editHtmlArticle(
  { text }: Article,
  embeds: readonly ReadyEmbed[],
  all: readonly Embed[],
  options: ArticleOptions,
): readonly Edit[] {
  const settings = resolveSettings({ ...options, theme: options.theme ?? themeOf(text) });
  const placed = embeds.flatMap((embed) => {
    const range = findPlace(text, embed);
    return range === null ? [] : [{ embed, range, markup: textOfMarkup(drawExhibit(embed.exhibit, settings)) }];
  });
  const gone = new Set<Embed>(placed.map(({ embed }) => embed));
  const links = options.links === 'robust' ? makeLinksRobust(text, embeds, gone) : [];
  const [first] = placed;
  if (first === undefined) return links;
  const posts = placed.map(({ embed, range, markup }): Edit => ({
    range,
    replacement: markup,
    post: embed.exhibit.post.id,
  }));
  const styles = placeStyles(text, placed.map(({ markup }) => markup).join(''), placeOfStyles(text, first.range[0]));
  const scripts = findNeedlessScripts(text, all, gone, posts).map((range): Edit => ({ range, replacement: '' }));
  return [styles, ...posts, ...scripts, ...links];
}

/** Before the end of the head, or before the first post where there is none. */
function placeOfStyles(html: string, firstPost: number): number {
  const head = html.slice(0, firstPost).search(/<\/head\s*>/i);
  return head === -1 ? firstPost : head;
}

/** A page that does not speak of dark colours has none, and a dark post would be a hole in it. */
function themeOf(html: string): 'auto' | 'light' {
  const [from, to] = findOwnStyles(html) ?? [0, 0];
  return /color-scheme/i.test(html.slice(0, from) + html.slice(to)) ? 'auto' : 'light';
}
