import type { Range } from '@embalm/post';

const tags = /<(?<close>\/?)article(?![\w-])(?<own> class="embalm[ "])?/gi;

/**
 * Find the posts that were put into a page or a Markdown file before, in order: the outermost of our elements. What is in
 * them is no reference of the article. One that is never closed is none of ours.
 */
export function findOwnEmbeds(text: string): readonly Range[] {
  const open: { readonly start: number; readonly own: boolean }[] = [];
  const found: Range[] = [];
  for (const { index, groups } of text.matchAll(tags)) {
    if (groups?.['close'] === '') {
      open.push({ start: index, own: groups['own'] !== undefined });
      continue;
    }
    const element = open.pop();
    const close = text.indexOf('>', index);
    if (element?.own !== true || close === -1) continue;
    // The elements within it were closed before it.
    while ((found.at(-1)?.[0] ?? -1) > element.start) found.pop();
    found.push([element.start, close + 1]);
  }
  return found;
}
