import type { Rewrite } from './site-manifest.ts';

/** Give back a page as it was built. @param text As it was written. */
export function undoRewrite(text: string, { edits }: Rewrite): string {
  const pieces: string[] = [];
  let read = 0;
  // How much longer the page is by what came in before.
  let longer = 0;
  for (const { at, original, length } of edits) {
    pieces.push(text.slice(read, at + longer), original);
    read = at + longer + length;
    longer += length - original.length;
  }
  return [...pieces, text.slice(read)].join('');
}
