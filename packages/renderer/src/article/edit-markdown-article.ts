import type { Range } from '@embalm/post';
import { drawExhibit } from '../draw-exhibit.ts';
import { textOfMarkup } from '../html/html.ts';
import { resolveSettings } from '../settings.ts';
import { applyEdits, type Edit } from './apply-edits.ts';
import type { Article, ArticleOptions, Embed } from './article.ts';
import type { ReadyEmbed } from './choose-embeds.ts';
import { findUnmarked } from './find-unmarked.ts';
import { findNeedlessScripts } from './find-widget-scripts.ts';
import { overlapsAny } from './overlaps-any.ts';
import { makeLinksRobust } from './robust/make-links-robust.ts';
import { makeMarkdownLinksRobust } from './robust/make-markdown-links-robust.ts';
import { placeStyles } from './own-styles.ts';
import { type MarkdownPlace, placeInMarkdown } from './place-in-markdown.ts';
import { endOfLine, lookAround, startOfLine } from './look-around.ts';
import { writeRawHtml } from './write-raw-html.ts';

interface Placed {
  readonly embed: ReadyEmbed;
  readonly place: MarkdownPlace;
  readonly markup: string;
}

/**
 * Put posts in the place of their references in a Markdown file, as blocks of HTML, and the stylesheet once before them.
 * X's script goes when no embed is left that needs it. Every other byte stays as it is; without a post to show, all of
 * them do.
 *
 * @param embeds Those that have a post to show, in the order of the file, none overlapping another.
 * @param all All references of the file.
 */
export function editMarkdownArticle(
  { text }: Article,
  embeds: readonly ReadyEmbed[],
  all: readonly Embed[],
  options: ArticleOptions,
): readonly Edit[] {
  const settings = resolveSettings({ ...options, theme: options.theme ?? 'light' });
  const newline = /\r?\n/.exec(text)?.[0] ?? '\n';
  const unmarked = findUnmarked(text);
  const marked = embeds.filter(({ reference }) => !overlapsAny(reference.range, unmarked));
  const placed = Array.from(placeInMarkdown(text, marked, newline), ([embed, place]): Placed => ({
    embed,
    place,
    markup: writeRawHtml(textOfMarkup(drawExhibit(embed.exhibit, settings))),
  }));
  const gone = new Set<Embed>(placed.map(({ embed }) => embed));
  const links = options.links === 'robust' ? makeAllRobust(text, marked, gone, unmarked) : [];
  const [first] = placed;
  if (first === undefined) return links;
  const { range, prefix } = first.place;
  const posts = placed.flatMap(
    ({
      embed,
      place: {
        range: [from, to],
        before,
        after,
      },
      markup,
    }): readonly Edit[] => [
      { range: [from, from], replacement: before },
      { range: [from, to], replacement: markup + after, post: embed.exhibit.post.id },
    ],
  );
  const styles = placeStyles(
    text,
    placed.map(({ markup }) => markup).join(''),
    range[0],
    prefix === null ? '' : newline + prefix,
  );
  const scripts = findNeedlessScripts(text, all, gone, posts)
    .filter((script) => !overlapsAny(script, unmarked) && standsAmongMarkup(text, script))
    .map((script): Edit => ({ range: growToLine(text, script), replacement: '' }));
  return [...posts.slice(0, 1), styles, ...posts.slice(1), ...scripts, ...links];
}

function makeAllRobust(
  text: string,
  embeds: readonly ReadyEmbed[],
  gone: ReadonlySet<Embed>,
  unmarked: readonly Range[],
): readonly Edit[] {
  const blank = unmarked.map((range): Edit => ({ range, replacement: text.slice(...range).replaceAll(/[^\n]/g, ' ') }));
  return [...makeLinksRobust(text, embeds, gone), ...makeMarkdownLinksRobust(applyEdits(text, blank), embeds, gone)];
}

/** With its line, if nothing else is on it: an empty line would end the block of HTML that it stands in. */
function growToLine(text: string, [from, to]: Range): Range {
  const start = startOfLine(text, from);
  const end = endOfLine(text, to);
  const isAlone = text.slice(start, from).trim() === '' && text.slice(to, end).trim() === '';
  return isAlone ? [start, Math.min(end + 1, text.length)] : [from, to];
}

/** Whether there are no words on its line: they may be code, and without it they may become something else. */
function standsAmongMarkup(text: string, range: Range): boolean {
  const { before, after } = lookAround(text, range);
  return /(?:^|>)\s*$/.test(before.slice(-100)) && /^\s*(?:<(?!https?:)|$)/.test(after.slice(0, 100));
}
