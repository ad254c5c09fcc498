import type { Range } from '@embalm/post';

/** A link to a post, where it stands in a text. */
export interface TextLink {
  /** UTF-16 units of the text. */
  readonly range: Range;
  /** Absolute. */
  readonly url: string;
  /** The URL that it is a part of, where that is the link: an archive's, a frame's. */
  readonly wrapper?: string;
}
