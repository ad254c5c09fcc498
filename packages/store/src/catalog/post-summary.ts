import { idOf, type Platform, platformOf, type PostId, type Source, type State } from '@embalm/post';
import type { StoredSnapshot } from '../record/stored-snapshot.ts';
import type { SnapshotRecord } from '../snapshot-record.ts';

/** What the index knows of a post. */
export interface PostSummary {
  readonly post: PostId;
  /** How many records it has. */
  readonly n: number;
  /** Of its newest record. */
  readonly sha256: string;
  /** When its newest record was captured: ISO 8601 in UTC, with milliseconds. */
  readonly capturedAt: string;
  /** What its newest record says of it. */
  readonly state: State;
  /** The newest record with content, where one that was captured outranks one that was only quoted; `null` if none has. */
  readonly contentN: number | null;
  /** Where that content came from. */
  readonly source: Source | null;
  readonly handle: string | null;
  /** Of the author; of a web page its byline, or its site. */
  readonly name: string | null;
  /** As in the post's `createdAt`; when a web page says that it was published, in the same form. */
  readonly createdAt: string | null;
  /** Of a web page its title, a line feed, and its text. */
  readonly text: string | null;
}

/** Which posts to list. Conditions left out hold for all. */
export interface PostQuery {
  readonly platform?: Platform | undefined;
  readonly state?: State | undefined;
  /** A handle, with or without `@`, in any case. */
  readonly author?: string | undefined;
  /** Posted at this time or later; those whose date is not known are left out. */
  readonly since?: Date | undefined;
  /** Posted before this time; those whose date is not known are left out. */
  readonly before?: Date | undefined;
  /** An article that led to them: a path or URL, as it was given. */
  readonly article?: string | undefined;
  /** Words that their text or author's name has, all of them: `"…"` is a phrase, `word*` a beginning. */
  readonly search?: string | undefined;
  /** The most posts to list; default all. */
  readonly limit?: number | undefined;
  /** Go on after this post. */
  readonly after?: PostId | undefined;
}

/** Take the next record of a post into its summary. */
export function addToSummary(summary: PostSummary | null, { record, sha256 }: StoredSnapshot): PostSummary {
  const newest = {
    post: record.post,
    n: record.n,
    sha256,
    capturedAt: record.capturedAt,
    state: record.observation.state,
  };
  const onlyQuoted = record.source === 'quoted' && summary !== null && summary.source !== 'quoted';
  const said = saidBy(record);
  if (said !== null && !(onlyQuoted && summary.contentN !== null)) {
    return { ...newest, contentN: record.n, source: record.source, ...said };
  }
  const none = { contentN: null, source: null, handle: null, name: null, createdAt: null, text: null };
  return { ...none, ...summary, ...newest };
}

type Said = Pick<PostSummary, 'handle' | 'name' | 'createdAt' | 'text'>;

function saidBy({ content, page = null }: SnapshotRecord): Said | null {
  if (content !== null) {
    const { author, createdAt, text } = content;
    return { handle: storable(author.handle), name: storable(author.name), createdAt, text: storable(text) };
  }
  if (page === null) return null;
  const { byline, siteName, title, text } = page;
  return {
    handle: null,
    name: storable(byline ?? siteName),
    createdAt: inUtc(page.publishedAt),
    text: storable(`${title}\n${text}`.trim()),
  };
}

/** As SQLite gives it back: half of a surrogate pair is none of its characters. */
function storable(text: string | null): string | null {
  return text?.toWellFormed() ?? null;
}

/** A day, or an instant in UTC: of a time without a zone only the day is sure. */
function inUtc(moment: string | null): string | null {
  if (moment === null || !/(?:Z|[+-]\d{2}:\d{2})$/.test(moment.slice(10))) return moment?.slice(0, 10) ?? null;
  return new Date(moment).toISOString();
}

/** As many digits as ids of X have, and one more. */
const paddedLength = 20;

/**
 * A key that puts posts in order, no two of them in the same place: by platform, then decimal ids of up to 20 digits by value
 * (for X that is the order of posting), then others, the provisional ones last.
 */
export function sortKeyOf(post: PostId): string {
  const id = idOf(post);
  const padded = /^[0-9]+$/.test(id) ? id.padStart(paddedLength, '0') : id;
  // Other platforms may have `20` and `020`. No id has a space.
  return `${platformOf(post)}:${/^0[0-9]/.test(id) ? `${padded} ${id}` : padded}`;
}
