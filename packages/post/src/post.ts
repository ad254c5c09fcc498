import type { Entity } from './entity.ts';
import type { Media } from './media.ts';
import type { PostId } from './post-id.ts';
import type { Range } from './range.ts';

/**
 * What a post says, in one shape for every platform and every generation of payload.
 *
 * Everything in it is hostile text: nothing has been escaped, no URL has been checked.
 */
export interface Post {
  readonly id: PostId;
  /** The post's page on its platform, or `null` while its id is provisional. */
  readonly url: string | null;
  readonly author: Author;
  /** ISO 8601 in UTC: an instant with milliseconds, or only the day (`2022-03-05`) if no more is known. */
  readonly createdAt: string | null;
  /** What a reader sees: HTML entities decoded, the leading reply mentions and the trailing media link left out. */
  readonly text: string;
  /** In the order of the text; ranges never overlap. */
  readonly entities: readonly Entity[];
  /** BCP 47, or `null` if the source does not say. */
  readonly lang: string | null;
  readonly media: readonly Media[];
  readonly quote: Quoted | null;
  /** The post this one answers, as far as the source carries it. */
  readonly parent: Quoted | null;
  readonly replyTo: ReplyTarget | null;
  /** The post this one passes on; `text` is then `RT @handle: ` and that post's text, and everything else is the other's. */
  readonly repostOf: Quoted | null;
  readonly card: Card | null;
  readonly poll: Poll | null;
  readonly place: string | null;
  readonly edits: EditHistory | null;
  readonly communityNote: CommunityNote | null;
  /** Where the platform keeps the post from its readers, or `null` if the source does not say that it does. */
  readonly withheld: Withheld | null;
  readonly sensitive: boolean;
  /** The program the post was written with, as in `Twitter Web App`. */
  readonly sourceLabel: string | null;
  /** True if the source cut the text: a long post of which only the beginning is known. */
  readonly truncated: boolean;
  readonly counts: Counts | null;
}

/** Who wrote a post, at the time of its capture. */
export interface Author {
  /** Without `@`. */
  readonly handle: string;
  readonly name: string;
  /** The account's own id, which outlives its handle. */
  readonly id: string | null;
  readonly avatar: string | null;
  readonly avatarShape: 'circle' | 'square';
  readonly verification: 'blue' | 'business' | 'government' | 'legacy' | null;
  readonly affiliation: Affiliation | null;
  /** What the account says that it is, and the platform shows beside its name. */
  readonly accountLabel: AccountLabel | null;
}

/** The organisation whose badge an author wears. */
export interface Affiliation {
  readonly name: string;
  readonly url: string | null;
  readonly badge: string | null;
}

/** That a program writes an account's posts, or that it is not whom it looks like. */
export interface AccountLabel {
  readonly kind: 'automated' | 'parody' | 'commentary' | 'fan';
  /** The handle of who runs an automated account. */
  readonly by: string | null;
}

/** A post within a post: the post itself, or the notice that stands in its place. */
export type Quoted =
  | { readonly type: 'post'; readonly post: Post }
  | { readonly type: 'tombstone'; readonly id: PostId | null; readonly text: string };

/** Whom a post answers. */
export interface ReplyTarget {
  readonly handle: string;
  readonly id: PostId | null;
}

/** The preview of a link. */
export interface Card {
  readonly kind: 'summary' | 'summary-large-image' | 'player' | 'broadcast' | 'space' | 'article' | 'other';
  readonly url: string;
  readonly title: string | null;
  readonly description: string | null;
  /** As in `nasa.gov`. */
  readonly site: string | null;
  readonly image: {
    readonly url: string;
    readonly width: number | null;
    readonly height: number | null;
    readonly alt: string | null;
  } | null;
}

/** A vote. */
export interface Poll {
  readonly choices: readonly { readonly label: string; readonly votes: number | null }[];
  /** ISO 8601 in UTC. */
  readonly endsAt: string | null;
  readonly final: boolean;
}

/** The versions of a post that its author has edited. */
export interface EditHistory {
  /** From the first version to the newest. */
  readonly ids: readonly PostId[];
  readonly edited: boolean;
}

/** Context that readers added to a post. */
export interface CommunityNote {
  readonly text: string;
  readonly links: readonly { readonly range: Range; readonly url: string }[];
}

/** That a platform keeps a post from readers, by order of a state or on a complaint, while others may see it. */
export interface Withheld {
  /** ISO 3166-1 in upper case, as in `DE`. X also writes `XX` for all, and `XY` for a complaint about copyright. */
  readonly countries: readonly string[];
  /** On a complaint of who holds the copyright. */
  readonly copyright: boolean;
  /** Whether it is this post alone, or all of its author's; `null` if the source does not say. */
  readonly scope: 'post' | 'account' | null;
}

/** How often a post was answered, liked and so on: true only as of its capture. */
export interface Counts {
  readonly likes: number | null;
  readonly replies: number | null;
  readonly reposts: number | null;
  readonly quotes: number | null;
  readonly views: number | null;
  /** ISO 8601 in UTC: when the counts were read. */
  readonly asOf: string;
}
