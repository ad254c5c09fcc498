import type { Author, Card, Post, PostId, Quoted } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { readArticle } from '../parts/article.ts';
import { readCard } from '../parts/card.ts';
import { readCommunityNote } from '../parts/community-note.ts';
import { readCreatedAt } from '../parts/created-at.ts';
import { readEdits } from '../parts/edits.ts';
import { readExpandedLinks } from '../parts/entities.ts';
import { readPoll } from '../parts/poll.ts';
import { readReplyTo } from '../parts/reply-to.ts';
import { passOn } from '../parts/repost.ts';
import { readSourceLabel } from '../parts/source-label.ts';
import { readWithheld } from '../parts/withheld.ts';
import { readLanguage } from '../read-language.ts';
import { type Body, readBody } from './body.ts';

/** What the generations keep in different places: v1.1 in the object of the post, GraphQL around it. */
export interface OwnParts {
  readonly id: PostId;
  readonly url: string;
  readonly author: Author;
  readonly quote: Quoted | null;
  /** The post that this one passes on. */
  readonly reposted: Post | null;
  /** The whole text of a long post, with its entities. */
  readonly body: Body | null;
  readonly card: Fields | null;
  readonly article: Fields | null;
  /** As a link around a name. */
  readonly sourceLabel: string | null;
  readonly views: number | null;
  /** What holds `edit_control` and the community note. */
  readonly edits: Fields;
  readonly at: string;
}

/** Put a post together from the object that v1.1 made and GraphQL still carries as `legacy`. */
export function readLegacyPost(tweet: Fields, own: OwnParts): Post {
  const { id, author, reposted } = own;
  const body = own.body ?? readBody(tweet, own.quote === null ? null : readQuoteLink(tweet));
  const post: Post = {
    id,
    url: own.url,
    author,
    createdAt: readCreatedAt(tweet, 'created_at', id),
    ...body,
    lang: readLanguage(tweet.string('lang') ?? 'und'),
    quote: own.quote,
    parent: null,
    replyTo: readReplyTo(tweet),
    repostOf: null,
    card: readPreview(tweet, own),
    poll: own.card === null ? null : readPoll(own.card),
    place: tweet.object('place')?.string('full_name') ?? null,
    edits: readEdits(own.edits),
    communityNote: readCommunityNote(own.edits),
    withheld: readWithheld(tweet, own.edits),
    sensitive: tweet.boolean('possibly_sensitive') ?? false,
    sourceLabel: readSourceLabel(own.sourceLabel),
    counts: {
      likes: tweet.count('favorite_count'),
      replies: tweet.count('reply_count'),
      reposts: tweet.count('retweet_count'),
      quotes: tweet.count('quote_count'),
      views: own.views,
      asOf: own.at,
    },
  };
  return reposted === null ? post : passOn(post, reposted);
}

function readPreview(tweet: Fields, { card, article }: OwnParts): Card | null {
  if (article !== null) return readArticle(article);
  return card === null ? null : readCard(card, readExpandedLinks(tweet.object('entities')));
}

/** The short link to the quoted post, which readers do not see: they see the post. */
export function readQuoteLink(tweet: Fields): string | null {
  const permalink = tweet.object('quoted_status_permalink')?.string('url') ?? null;
  if (permalink !== null) return permalink;
  const quoted = tweet.string('quoted_status_id_str');
  if (quoted === null) return null;
  const links = (tweet.object('extended_tweet') ?? tweet).object('entities')?.objects('urls') ?? [];
  return links.find((link) => leadsTo(link.string('expanded_url') ?? '', quoted))?.string('url') ?? null;
}

function leadsTo(url: string, id: string): boolean {
  const parts = URL.parse(url)?.pathname.split('/') ?? [];
  return parts[parts.indexOf('status') + 1] === id && parts.includes('status');
}
