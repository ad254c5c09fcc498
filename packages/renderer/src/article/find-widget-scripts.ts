import type { Range } from '@embalm/post';

const script =
  /<script\b(?=[^<>]{0,1000}\bsrc\s{0,9}=\s{0,9}["']?(?:https?:)?\/\/platform\.(?:twitter|x)\.com\/widgets\.js\b)[^<>]{0,1000}>\s{0,100}<\/script\s{0,9}>/gi;

/** Find the tags that load X's script, which turns blockquotes into live embeds and is of no other use. */
export function findWidgetScripts(html: string): readonly Range[] {
  return [...html.matchAll(script)].map(({ 0: tag, index }) => [index, index + tag.length]);
}
