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
  const known = composed.get(key);
  if (known !== undefined) return known;
  const css = compose(sheets.filter((_, index) => needed[index]));
  composed.set(key, css);
  return css;
}

/** The class stands twice so that a page's own rules for articles, headings or links do not win. */
function compose(parts: readonly Sheet[]): string {
  return compactCss(`.embalm.embalm { ${parts.map(({ css }) => css).join('')} }`);
}
