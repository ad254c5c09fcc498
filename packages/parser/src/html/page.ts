import type { Range } from '@embalm/post';
import type { EmbedTarget } from '../finders/embed-target.ts';

/** An HTML page as its reader sees it: its text, and where that stands in the source. */
export interface Page {
  /** White space collapsed, blocks separated by an empty line, `<br>` as a line break. No scripts, no styles. */
  readonly text: string;
  /** In the order of the source. */
  readonly anchors: readonly Anchor[];
  /** In the order of the source, none within another. */
  readonly embeds: readonly EmbedZone[];
  /** What may hold markup that is none of the page: the scripts and the longer attributes, in the source, in its order. */
  readonly strings: readonly Range[];
  /** The elements that were closed, in the order in which they were. */
  readonly elements: readonly PageElement[];
  /** Where a range of the text stands in the source, both in UTF-16 units. */
  readonly toSource: (range: Range) => Range;
}

/** `<a href>`. */
export interface Anchor {
  /** Decoded, not resolved. */
  readonly href: string;
  /** Its `data-datetime`, which embeds had until 2013. */
  readonly dateTime: string | null;
  /** The element in the source. */
  readonly source: Range;
  /** What it holds, in the page's text. */
  readonly text: Range;
}

/** An element that embeds a post: a `blockquote.twitter-tweet`, a frame, a component. */
export interface EmbedZone {
  /** What the element itself says of the post; `null` for a blockquote, whose links tell. */
  readonly target: EmbedTarget | null;
  /** The element in the source, or what can be told of it if it is never closed. */
  readonly source: Range;
  /** What it holds, in the page's text. */
  readonly text: Range;
  /** What its `cite` says it is taken from, if that is a post of X. */
  readonly cite: string | null;
  /** Its paragraphs, in the page's text. */
  readonly paragraphs: readonly Paragraph[];
  /** Those within it. */
  readonly anchors: readonly Anchor[];
}

/** `<p>` within an embed. */
export interface Paragraph {
  /** What it holds, in the page's text. */
  readonly text: Range;
  readonly lang: string | null;
}

/** The tags of an element. */
export interface PageElement {
  readonly name: string;
  readonly open: Range;
  readonly close: Range;
}
