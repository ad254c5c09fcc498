import type { Range } from '@embalm/post';
import { applyEdits, type Edit } from './apply-edits.ts';
import type { Embed } from './article.ts';

const script =
  /<script\b(?=[^<>]{0,1000}\bsrc\s{0,9}=\s{0,9}["']?(?:https?:)?\/\/platform\.(?:twitter|x)\.com\/widgets\.js\b)[^<>]{0,1000}>\s{0,100}<\/script\s{0,9}>/gi;

/** What the script turns into something else: posts, and what else X offers to pages. */
const uses =
  /\bclass\s{0,9}=\s{0,9}["']?[^"'<>]{0,300}\btwitter-(?:tweet|video|timeline|grid|moment|(?:share|follow|hashtag|mention|dm)-button)\b|\btwttr\.(?:widgets|ready|events)\b/i;

/**
 * Find the tags that load X's script, if nothing of the page needs it once the posts are in it: no embed, timeline or
 * button, and no script.
 *
 * @param all All references of the page.
 * @param replaced Those of them that are replaced.
 * @param posts What replaces them.
 */
export function findNeedlessScripts(
  text: string,
  all: readonly Embed[],
  replaced: ReadonlySet<Embed>,
  posts: readonly Edit[],
): readonly Range[] {
  const isNeeded = all.some(
    (embed) => embed.reference.kind === 'embed' && embed.reference.post.platform === 'x' && !replaced.has(embed),
  );
  if (isNeeded) return [];
  const rest = applyEdits(
    text,
    posts.map(({ range }) => ({ range, replacement: '' })),
  );
  if (uses.test(rest)) return [];
  return Array.from(text.matchAll(script), ({ 0: tag, index }) => [index, index + tag.length]);
}
