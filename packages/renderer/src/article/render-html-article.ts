import type { Range } from '@embalm/post';
import { drawExhibit } from '../draw-exhibit.ts';
import { textOfMarkup } from '../html/html.ts';
import { resolveSettings } from '../settings.ts';
import { stylesheetFor } from '../stylesheet/stylesheet.ts';
import type { Article, ArticleOptions, Embed } from './article.ts';
import type { ReadyEmbed } from './choose-embeds.ts';
import { findPlace } from './find-place.ts';
import { findWidgetScripts } from './find-widget-scripts.ts';

interface Edit {
  readonly range: Range;
  readonly markup: string;
}

/**
 * Put posts in the place of their references, and the stylesheet once before them. X's script goes when no embed is left
 * that needs it. Every other byte stays as it is; without a post to show, all of them do.
 *
 * @param embeds Those that have a post to show, in the order of the page, none overlapping another.
 * @param all All references of the page.
 */
export function renderHtmlArticle(
  { text }: Article,
  embeds: readonly ReadyEmbed[],
  all: readonly Embed[],
  options: ArticleOptions,
): string {
  const settings = resolveSettings({ ...options, theme: options.theme ?? themeOf(text) });
  const posts = embeds.flatMap((embed): readonly Edit[] => {
    const range = findPlace(text, embed);
    return range === null ? [] : [{ range, markup: textOfMarkup(drawExhibit(embed.exhibit, settings)) }];
  });
  const first = posts[0];
  if (first === undefined) return text;
  const needsScript = all.some(({ reference, exhibit }) => reference.kind === 'embed' && exhibit === null);
  const scripts = needsScript ? [] : findWidgetScripts(text).map((range): Edit => ({ range, markup: '' }));
  const css = stylesheetFor(posts.map(({ markup }) => markup).join(''));
  const styles: Edit = { range: placeOfStyles(text, first.range[0]), markup: `<style>${css}</style>` };
  return applyEdits(text, [styles, ...posts, ...scripts]);
}

/** Before the end of the head, or before the first post where there is none. */
function placeOfStyles(html: string, firstPost: number): Range {
  const head = html.slice(0, firstPost).search(/<\/head\s*>/i);
  const place = head === -1 ? firstPost : head;
  return [place, place];
}

/** A page that does not speak of dark colours has none, and a dark post would be a hole in it. */
function themeOf(html: string): 'auto' | 'light' {
  return /color-scheme/i.test(html) ? 'auto' : 'light';
}

/** Edits that overlap an earlier one are left out. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let end = 0;
  for (const { range, markup } of edits.toSorted((left, right) => left.range[0] - right.range[0])) {
    const [from, to] = range;
    if (from < end) continue;
    pieces.push(text.slice(end, from), markup);
    end = to;
  }
  return [...pieces, text.slice(end)].join('');
}
