import type { PostId } from './post-id.ts';
import type { Reference } from './reference.ts';

/**
 * What a web page says, as a browser showed it.
 *
 * Everything in it is hostile text: nothing has been escaped, no URL has been checked, and the page is the only one to vouch
 * for its own author and date.
 */
export interface Page {
  /** Where the page was in the end, after redirects, without its fragment. */
  readonly url: string;
  /** What the page calls its own address (`rel=canonical`), or `null`. */
  readonly canonicalUrl: string | null;
  /** Empty if it has none. */
  readonly title: string;
  readonly siteName: string | null;
  /** Who wrote it, as the page says in its metadata. */
  readonly byline: string | null;
  /** ISO 8601 as far as the metadata go: a day, or a day with a time. */
  readonly publishedAt: string | null;
  /** As `publishedAt`. */
  readonly modifiedAt: string | null;
  readonly description: string | null;
  /** BCP 47, or `null` if the page does not say. */
  readonly lang: string | null;
  /** The text of its main part, without embeds, navigation and the like; a line a paragraph. */
  readonly text: string;
  /** True if the text goes on. */
  readonly truncated: boolean;
  /** The posts it refers to, in its order, each once. */
  readonly posts: readonly PagePost[];
}

/** A post that a page refers to, and what the page says of it. */
export interface PagePost extends Pick<Reference, 'kind' | 'handle' | 'date' | 'links'> {
  /** Its name as far as the page tells: provisional if only a short link leads to it. */
  readonly post: PostId;
}
