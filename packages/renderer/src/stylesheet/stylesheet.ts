import { blocks } from './blocks.ts';
import { compactCss } from './compact-css.ts';
import { frame } from './frame.ts';
import { media } from './media.ts';
import { post } from './post.ts';
import { provenance } from './provenance.ts';
import type { Sheet } from './sheet.ts';

const sheets: readonly Sheet[] = [...frame, ...post, ...media, ...blocks, ...provenance];

/**
 * The rules that all posts of a page share, whatever they have. Light and dark follow the reader's system, or `data-theme`
 * on the post or around it. A page changes `--embalm-paper`, `-tint`, `-ink`, `-muted`, `-line`, `-link`, `-radius`, `-width` and
 * `-font`.
 */
export const stylesheet: string = compose(sheets);

/** By which of the sheets they have. */
const composed = new Map<string, string>();

/**
 * Those of the rules that a page needs: a post without a poll needs none for polls.
 *
 * @param markup The page's posts, as rendered.
 */
export function stylesheetFor(markup: string): string {
  const needed = sheets.map(({ markers }) => markers.length === 0 || markers.some((marker) => markup.includes(marker)));
  const key = needed.map(Number).join('');
  const css = composed.get(key) ?? compose(sheets.filter((_, index) => needed[index]));
  composed.set(key, css);
  const colours = coloursOf(markup);
  return colours === '' ? css : `${css.slice(0, -1)}${colours}}`;
}

/** What stands in the place of each picture until it is there: a class names its colour. */
function coloursOf(markup: string): string {
  if (!markup.includes('em-c-')) return '';
  // In the order of the page, which is the same for the same posts.
  const colours = new Set(Array.from(markup.matchAll(/\bem-c-([0-9a-f]{3})\b/g), ([, colour]) => colour));
  return Array.from(colours, (colour) => `.em-c-${colour}{background:#${colour}}`).join('');
}

/** The class stands twice so that a page's own rules for articles, headings or links do not win. */
function compose(parts: readonly Sheet[]): string {
  return compactCss(`.embalm.embalm { ${parts.map(({ css }) => css).join('')} }`);
}
