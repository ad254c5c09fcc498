import { createHash } from 'node:crypto';
import type { AccountLabel, Card, CommunityNote, Entity, Media, Poll, Post, Quoted, Withheld } from '@embalm/post';
import { canonicalJson } from '@embalm/store';

/**
 * What of a post is worth a new record when it changes, as people read it. This file is the one place that says so: what is
 * not here (counts, avatars, renditions of media, pictures of previews, the names of those who are mentioned) changes
 * without anybody having written anything.
 */
export interface LastingContent {
  readonly values: Readonly<Record<string, string | null>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** The descriptions of the media, in their order. */
  readonly alts: readonly (string | null)[];
  readonly quote: LastingQuoted | null;
  readonly parent: LastingQuoted | null;
  readonly repost: LastingQuoted | null;
}

/** A post within a post. */
interface LastingQuoted {
  /** Which post it is, in a line. */
  readonly label: string;
  readonly id: string | null;
  /** `null` if only a notice is there. */
  readonly content: LastingContent | null;
}

/** Pick what lasts of a post. The order of the fields is that in which changes are told. */
export function lastingContent(post: Post): LastingContent {
  const { author, replyTo, edits } = post;
  return {
    values: {
      text: post.text,
      truncated: post.truncated ? 'cut' : null,
      name: author.name,
      handle: author.handle,
      account: author.id,
      verification: author.verification,
      affiliation: author.affiliation?.name ?? null,
      'account-label': describeAccountLabel(author.accountLabel),
      note: describeNote(post.communityNote),
      withheld: describeWithheld(post.withheld),
      'reply-to': replyTo === null ? null : `@${replyTo.handle} ${replyTo.id ?? ''}`.trimEnd(),
      card: describeCard(post.card),
      poll: describePoll(post.poll),
      place: post.place,
      sensitive: post.sensitive ? 'sensitive' : null,
      lang: post.lang,
      created: post.createdAt,
      'source-label': post.sourceLabel,
    },
    lists: {
      edits: edits?.ids ?? [],
      media: post.media.map(mediumKey),
      entities: post.entities.map(describeEntity),
    },
    alts: post.media.map(({ alt }) => alt),
    quote: lastingQuoted(post.quote),
    parent: lastingQuoted(post.parent),
    repost: lastingQuoted(post.repostOf),
  };
}

/** The digest of what lasts of a post, 64 hex digits: two captures with the same one are of the same post, unchanged. */
export function lastingDigest(post: Post): string {
  return createHash('sha256')
    .update(canonicalJson(lastingContent(post)))
    .digest('hex');
}

/** What tells a medium from others: where it is, without the size that was asked for. */
function mediumKey(medium: Media): string {
  const url = medium.type === 'photo' ? medium.url : (medium.poster ?? medium.variants[0]?.url ?? '');
  return `${medium.type} ${withoutSize(url)}`;
}

/** `…/KEY.jpg?name=small`, `…/KEY?format=jpg&name=orig` and `…/KEY.jpg:large` are one picture. */
function withoutSize(url: string): string {
  const { host, pathname } = URL.parse(url) ?? { host: '', pathname: url };
  return `${host}${pathname.replace(/:[a-z0-9]{1,16}$/, '').replace(/\.[a-z0-9]{1,5}$/, '')}`;
}

function lastingQuoted(quoted: Quoted | null): LastingQuoted | null {
  if (quoted === null) return null;
  if (quoted.type === 'tombstone') {
    return { label: `${quoted.id ?? ''} [${quoted.text}]`.trimStart(), id: quoted.id, content: null };
  }
  const { id, author, text } = quoted.post;
  return { label: `${id} @${author.handle}: ${text}`, id, content: lastingContent(quoted.post) };
}

/** Where it stands follows from the text. */
function describeEntity(entity: Entity): string {
  switch (entity.type) {
    case 'hashtag':
      return `#${entity.tag}`;
    case 'cashtag':
      return `$${entity.symbol}`;
    case 'mention':
      return `@${entity.handle}`;
    case 'link':
      return `${entity.short ?? 'link'} → ${entity.url}`;
  }
}

function describeNote(note: CommunityNote | null): string | null {
  return note === null ? null : [note.text, ...note.links.map(({ url }) => url)].join(' ');
}

function describeWithheld(withheld: Withheld | null): string | null {
  if (withheld === null) return null;
  const { countries, copyright, scope } = withheld;
  return join([countries.toSorted().join(' '), copyright ? 'copyright' : null, scope]);
}

function describeCard(card: Card | null): string | null {
  return card === null ? null : join([card.kind, card.url, card.title, card.description, card.site, card.image?.alt]);
}

/** Votes are counts, but for the last ones. */
function describePoll(poll: Poll | null): string | null {
  if (poll === null) return null;
  const choices = poll.choices.map(({ label, votes }) => (poll.final ? `${label} (${votes ?? '?'})` : label));
  return join([choices.join(' / '), poll.endsAt, poll.final ? 'final' : null]);
}

function describeAccountLabel(label: AccountLabel | null): string | null {
  return label === null ? null : join([label.kind, label.by === null ? null : `@${label.by}`]);
}

function join(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined).join(' · ');
}
