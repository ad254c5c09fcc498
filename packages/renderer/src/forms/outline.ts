import type { SafeUrl } from '../html/safe-url.ts';

/** A post reduced to what survives everywhere: paragraphs, pictures, lists, quotes. No class, no style, nothing folded. */
export type Block =
  | { readonly type: 'paragraph'; readonly lines: readonly Line[] }
  /** `label` says what it is where it has no caption; empty if the next block does. */
  | { readonly type: 'picture'; readonly url: SafeUrl; readonly caption: string; readonly label: string }
  | { readonly type: 'list'; readonly items: readonly Line[] }
  | { readonly type: 'quote'; readonly cite: SafeUrl | null; readonly blocks: readonly Block[] };

/** Words and links, one after the other. */
export type Line = readonly Inline[];

/** Words, or words that lead somewhere. */
export type Inline = string | { readonly text: string; readonly url: SafeUrl };

/** A paragraph of one line. */
export function paragraph(...line: Line): Block {
  return { type: 'paragraph', lines: [line] };
}

/** Words that lead somewhere if their address is one. */
export function link(text: string, url: SafeUrl | null): Inline {
  return url === null ? text : { text, url };
}

/** Parts with a point between them. */
export function joinInline(parts: readonly (Inline | null)[]): Line {
  return parts.filter((part) => part !== null).flatMap((part, index) => (index === 0 ? [part] : [' · ', part]));
}
