import { instant, isoDate } from './decode/date.ts';
import {
  arrayOf,
  boolean,
  count,
  type Decode,
  mismatch,
  nullable,
  object,
  oneOf,
  string,
  variant,
} from './decode/decode.ts';
import { postId } from './decode/post-id.ts';
import { range } from './decode/range.ts';
import { parseEntity } from './parse-entity.ts';
import { parseMedia } from './parse-media.ts';
import type {
  AccountLabel,
  Affiliation,
  Author,
  Card,
  CommunityNote,
  Counts,
  EditHistory,
  Poll,
  Post,
  Quoted,
  ReplyTarget,
  Withheld,
} from './post.ts';
import { ShapeError, type Step } from './decode/shape-error.ts';
import type { Range } from './range.ts';

/** How many posts may stand one in another. X nests two; a file made by others may hold a whole thread. */
const deepest = 16;

/**
 * Read a post. Ranges must lie in their text, in order and without overlap. Unknown keys are dropped; a key that may be
 * `null` may also be missing.
 *
 * @throws {ShapeError} If the value is no post, or nests more than 16 posts one in another.
 */
export function parsePost(value: unknown): Post {
  return postAt(1)(value);
}

const affiliation = object<Affiliation>({ name: string, url: nullable(string), badge: nullable(string) });

const accountLabel = object<AccountLabel>({
  kind: oneOf('automated', 'parody', 'commentary', 'fan'),
  by: nullable(string),
});

const author = object<Author>({
  handle: string,
  name: string,
  id: nullable(string),
  avatar: nullable(string),
  avatarShape: oneOf('circle', 'square'),
  verification: nullable(oneOf('blue', 'business', 'government', 'legacy')),
  affiliation: nullable(affiliation),
  accountLabel: nullable(accountLabel),
});

const replyTarget = object<ReplyTarget>({ handle: string, id: nullable(postId) });

const card = object<Card>({
  kind: oneOf('summary', 'summary-large-image', 'player', 'broadcast', 'space', 'article', 'other'),
  url: string,
  title: nullable(string),
  description: nullable(string),
  site: nullable(string),
  image: nullable(
    object<NonNullable<Card['image']>>({
      url: string,
      width: nullable(count),
      height: nullable(count),
      alt: nullable(string),
    }),
  ),
});

const poll = object<Poll>({
  choices: arrayOf(object<Poll['choices'][number]>({ label: string, votes: nullable(count) })),
  endsAt: nullable(instant),
  final: boolean,
});

const edits = object<EditHistory>({ ids: arrayOf(postId), edited: boolean });

const communityNote = object<CommunityNote>({
  text: string,
  links: arrayOf(object<CommunityNote['links'][number]>({ range, url: string })),
});

const withheld = object<Withheld>({
  countries: arrayOf(string),
  copyright: boolean,
  scope: nullable(oneOf('post', 'account')),
});

const counts = object<Counts>({
  likes: nullable(count),
  replies: nullable(count),
  reposts: nullable(count),
  quotes: nullable(count),
  views: nullable(count),
  asOf: instant,
});

const tombstone = object<Extract<Quoted, { type: 'tombstone' }>>({
  type: oneOf('tombstone'),
  id: nullable(postId),
  text: string,
});

/** One decoder a level, made when it is first needed. */
const levels: Decode<Post>[] = [];

function postAt(level: number): Decode<Post> {
  return (levels[level] ??= makePost(nullable(quotedAt(level + 1))));
}

function makePost(inner: Decode<Quoted | null>): Decode<Post> {
  const shape = object<Post>({
    id: postId,
    url: nullable(string),
    author,
    createdAt: nullable(isoDate),
    text: string,
    entities: arrayOf(parseEntity),
    lang: nullable(string),
    media: arrayOf(parseMedia),
    quote: inner,
    parent: inner,
    replyTo: nullable(replyTarget),
    repostOf: inner,
    card: nullable(card),
    poll: nullable(poll),
    place: nullable(string),
    edits: nullable(edits),
    communityNote: nullable(communityNote),
    withheld: nullable(withheld),
    sensitive: boolean,
    sourceLabel: nullable(string),
    truncated: boolean,
    counts: nullable(counts),
  });
  return (value) => {
    const post = shape(value);
    requireRangesIn(post.text, post.entities, ['entities']);
    const note = post.communityNote;
    if (note !== null) requireRangesIn(note.text, note.links, ['communityNote', 'links']);
    return post;
  };
}

function quotedAt(level: number): Decode<Quoted> {
  const post = object<Extract<Quoted, { type: 'post' }>>({
    type: oneOf('post'),
    post: (value) => {
      if (level > deepest) throw mismatch(`at most ${deepest} posts one in another`, value);
      return postAt(level)(value);
    },
  });
  return variant<Quoted>('type', { post, tombstone });
}

function requireRangesIn(body: string, items: readonly { readonly range: Range }[], path: readonly Step[]): void {
  let end = 0;
  for (const [index, item] of items.entries()) {
    const [from, to] = item.range;
    if (from < end || to > body.length) {
      throw new ShapeError('ranges in order within the text', `[${from}, ${to}]`, [...path, index, 'range']);
    }
    end = to;
  }
}
