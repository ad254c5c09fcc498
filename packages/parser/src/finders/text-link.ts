import type { Range } from '@embalm/post';
import type { PostUrl } from './post-url.ts';

/** A link to a post, where it stands in a text. */
export interface TextLink {
  /** UTF-16 units of the text. */
  readonly range: Range;
  /** Absolute. */
  readonly url: string;
  /** Which post; `null` for a short link, which does not say. */
  readonly post: PostUrl | null;
  /** The URL that it is a part of, where that is the link: an archive's, a frame's. */
  readonly wrapper?: string;
}
