import type { Platform } from './post-id.ts';
import type { Range } from './range.ts';

/** How an input points at a post. */
export const referenceKinds = ['post-url', 'short-link', 'embed', 'flattened-embed', 'shortcode'] as const;

/** One of {@link referenceKinds}. */
export type ReferenceKind = (typeof referenceKinds)[number];

/**
 * A place in an input that points at a post, and what the input itself says of that post.
 *
 * What the input does not say is `null`; nothing is guessed here.
 */
export interface Reference {
  readonly kind: ReferenceKind;
  /** The whole reference in UTF-16 units of the input; for a flattened embed, body and signature. */
  readonly range: Range;
  readonly post: {
    readonly platform: Platform;
    /** The platform's own id. */
    readonly id: string | null;
  };
  /** The author's handle without `@`. */
  readonly handle: string | null;
  /** The author's display name. */
  readonly name: string | null;
  /** ISO 8601: the day (`2022-03-05`), with the time as far as the input gives one (`2022-03-05T14:08Z`). Of an embed of X that
   * prints none, the day that its id carries. */
  readonly date: string | null;
  /** The post's body without its signature and without its trailing media link. */
  readonly text: string | null;
  /** Links of the reference that lead to the post or stand in its body, as absolute URLs, in order, without repeats. */
  readonly links: readonly string[];
  /** BCP 47, where the input says it. */
  readonly lang: string | null;
  /** From 0 to 1: how sure it is that this is a reference and that its body begins where `range` does. */
  readonly confidence: number;
  /**
   * Only in HTML: its markup stands in the string of a script, in an attribute or in the text, where no reader sees a post
   * and where other markup would break what it is in.
   */
  readonly inString?: boolean;
  /** Where the body of a flattened embed may begin instead, the likeliest first; only where that is not clear. */
  readonly alternatives?: readonly ReferenceAlternative[];
}

/** Another reading of the same reference, which ends where that ends. */
export interface ReferenceAlternative {
  /** As in {@link Reference}. */
  readonly text: string | null;
  /** From 0 to 1, on the scale of the reference's own. */
  readonly confidence: number;
}
