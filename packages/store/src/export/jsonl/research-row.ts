import type { Page, Post, State } from '@embalm/post';
import type { StoredSnapshot } from '../../record/stored-snapshot.ts';

/** A capture of a post as one row, for research. What is not known is `null`; text is as a reader sees it. */
export interface ResearchRow {
  /** As in `x:20`. */
  readonly post: string;
  /** The capture's number, from 1. */
  readonly n: number;
  /** ISO 8601 in UTC. */
  readonly captured_at: string;
  readonly state: State;
  /** The notice in the place of a post that is gone. */
  readonly reason: string | null;
  /** Where the content came from. */
  readonly source: string | null;
  readonly url: string | null;
  readonly author_id: string | null;
  readonly author_handle: string | null;
  readonly author_name: string | null;
  /** ISO 8601 in UTC; a day if no more is known. Of a web page as it says itself, which may be in another zone. */
  readonly created_at: string | null;
  /** BCP 47. */
  readonly lang: string | null;
  /** Of a web page; posts have none. */
  readonly title: string | null;
  readonly text: string | null;
  /** True if the source cut the text. */
  readonly truncated: boolean | null;
  readonly hashtags: readonly string[];
  /** Handles. */
  readonly mentions: readonly string[];
  /** URLs behind links in the text. */
  readonly links: readonly string[];
  /** As in `photo`, in order. */
  readonly media: readonly string[];
  /** The post that is quoted, and the one that is answered. */
  readonly quotes: string | null;
  readonly replies_to: string | null;
  readonly place: string | null;
  readonly likes: number | null;
  readonly replies: number | null;
  readonly reposts: number | null;
  readonly quotings: number | null;
  readonly views: number | null;
  /** When the five counts before were read. */
  readonly counts_as_of: string | null;
  /** The digest of the record, which has all the rest. */
  readonly record_sha256: string;
}

/** Make the row of a capture. */
export function researchRow({ record, sha256 }: StoredSnapshot): ResearchRow {
  const { post, n, capturedAt, observation, source, content, page = null } = record;
  const said: Pick<Post | Page, 'url' | 'lang' | 'text' | 'truncated'> | null = content ?? page;
  return {
    post,
    n,
    captured_at: capturedAt,
    state: observation.state,
    reason: observation.reason,
    source,
    url: said?.url ?? null,
    author_id: content?.author.id ?? null,
    author_handle: content?.author.handle ?? null,
    author_name: content?.author.name ?? page?.byline ?? null,
    created_at: content?.createdAt ?? page?.publishedAt ?? null,
    lang: said?.lang ?? null,
    title: page?.title ?? null,
    text: said?.text ?? null,
    truncated: said?.truncated ?? null,
    ...entitiesOf(content),
    media: content?.media.map(({ type }) => type) ?? [],
    quotes: quotedOf(content),
    replies_to: content?.replyTo?.id ?? null,
    place: content?.place ?? null,
    likes: content?.counts?.likes ?? null,
    replies: content?.counts?.replies ?? null,
    reposts: content?.counts?.reposts ?? null,
    quotings: content?.counts?.quotes ?? null,
    views: content?.counts?.views ?? null,
    counts_as_of: content?.counts?.asOf ?? null,
    record_sha256: sha256,
  };
}

function entitiesOf(content: Post | null): Pick<ResearchRow, 'hashtags' | 'mentions' | 'links'> {
  const entities = content?.entities ?? [];
  return {
    hashtags: entities.flatMap((entity) => (entity.type === 'hashtag' ? [entity.tag] : [])),
    mentions: entities.flatMap((entity) => (entity.type === 'mention' ? [entity.handle] : [])),
    links: entities.flatMap((entity) => (entity.type === 'link' ? [entity.url] : [])),
  };
}

function quotedOf(content: Post | null): string | null {
  const quote = content?.quote ?? null;
  if (quote === null) return null;
  return quote.type === 'post' ? quote.post.id : quote.id;
}
