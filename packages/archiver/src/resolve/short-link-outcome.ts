import type { Exchange } from '@embalm/store';

/** Where a short link leads, and the evidence; none if it was known. */
export type ShortLink = ShortLinkOutcome & { readonly exchanges: readonly Exchange[] };

/** Where a short link leads. */
export type ShortLinkOutcome =
  | {
      readonly kind: 'status';
      readonly id: string;
      /** Without `@`; `null` if the URL names nobody. */
      readonly handle: string | null;
      readonly url: string;
      /** Every URL on the way, from the short link to the status URL. */
      readonly hops: readonly string[];
    }
  /** To something that is no post. */
  | { readonly kind: 'other'; readonly url: string }
  /** Nowhere any more: the HTTP status that said so. */
  | { readonly kind: 'gone'; readonly status: number }
  /** Nobody could say. */
  | { readonly kind: 'unreachable'; readonly reason: string };
