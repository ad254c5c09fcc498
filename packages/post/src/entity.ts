import type { Range } from './range.ts';

/** A part of a post's text that means something. Ranges are UTF-16 units of the post's `text`. */
export type Entity = HashtagEntity | CashtagEntity | MentionEntity | LinkEntity;

/** `#tag`. */
export interface HashtagEntity {
  readonly type: 'hashtag';
  readonly range: Range;
  /** The tag without its `#`. */
  readonly tag: string;
}

/** `$SYMBOL`. */
export interface CashtagEntity {
  readonly type: 'cashtag';
  readonly range: Range;
  /** The symbol without its `$`. */
  readonly symbol: string;
}

/** `@handle`. */
export interface MentionEntity {
  readonly type: 'mention';
  readonly range: Range;
  /** The handle without its `@`. */
  readonly handle: string;
  /** The account's display name at capture, if the source says it. */
  readonly name: string | null;
}

/** A link. The text in its range is what the post prints, usually the short link. */
export interface LinkEntity {
  readonly type: 'link';
  readonly range: Range;
  /** Where the link leads, as far as the source knows; hostile until its scheme is checked. */
  readonly url: string;
  /** What to show for it, as in `nasa.gov/iss…`. */
  readonly display: string;
  /** The short link that stands in the text, or `null` if the text has the full one. */
  readonly short: string | null;
}
