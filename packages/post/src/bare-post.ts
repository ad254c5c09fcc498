import { bareAuthor } from './bare-author.ts';
import type { Post } from './post.ts';
import type { PostId } from './post-id.ts';

/** What is known of a post at the least. */
export interface BarePost {
  readonly id: PostId;
  /** Without `@`. */
  readonly handle: string;
  readonly name: string;
  readonly text: string;
}

/** A post of which nothing more is known than who wrote what. */
export function barePost({ id, handle, name, text }: BarePost): Post {
  return {
    id,
    url: null,
    author: bareAuthor(handle, name),
    createdAt: null,
    text,
    entities: [],
    lang: null,
    media: [],
    quote: null,
    parent: null,
    replyTo: null,
    repostOf: null,
    card: null,
    poll: null,
    place: null,
    edits: null,
    communityNote: null,
    withheld: null,
    sensitive: false,
    sourceLabel: null,
    truncated: false,
    counts: null,
  };
}
