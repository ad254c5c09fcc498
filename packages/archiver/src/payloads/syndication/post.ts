import type { Card, Post } from '@embalm/post';
import { statusUrl } from '../../x-sites.ts';
import type { Fields } from '../fields.ts';
import { readPostText } from '../post-text.ts';
import { readLanguage } from '../read-language.ts';
import { readArticle } from '../parts/article.ts';
import { readAuthor } from '../parts/author.ts';
import { readCard } from '../parts/card.ts';
import { readCommunityNote } from '../parts/community-note.ts';
import { readCreatedAt } from '../parts/created-at.ts';
import { readEdits } from '../parts/edits.ts';
import { readEntityClaims, readExpandedLinks, readMediaLinks } from '../parts/entities.ts';
import { readMedia } from '../parts/media.ts';
import { readPoll } from '../parts/poll.ts';
import { readQuoted } from '../parts/quoted.ts';
import { readReplyTo } from '../parts/reply-to.ts';
import { readSourceLabel } from '../parts/source-label.ts';
import { readWithheld } from '../parts/withheld.ts';
import { readOwnId } from '../parts/x-id.ts';

/**
 * Read the object of a post. Every field that is missing or surprising is left out of it; without an id there is no
 * post.
 *
 * @param at When the payload came: counts are true as of then.
 */
export function readPost(fields: Fields, at: string, depth = 0): Post | null {
  const id = readOwnId(fields, 'id_str');
  if (id === null) return null;
  const author = readAuthor(fields);
  const card = fields.object('card');
  const readInner = (inner: Fields, innerDepth: number): Post | null => readPost(inner, at, innerDepth);
  return {
    id,
    url: statusUrl(id, author.handle),
    author,
    createdAt: readCreatedAt(fields, 'created_at', id),
    ...readText(fields),
    lang: readLanguage(fields.wanted('lang') ?? 'und'),
    media: readMedia(fields),
    quote: readQuoted(fields, 'quoted_tweet', depth, readInner),
    parent: readQuoted(fields, 'parent', depth, readInner),
    replyTo: readReplyTo(fields),
    repostOf: null,
    card: readPreview(fields),
    poll: card === null ? null : readPoll(card),
    place: fields.object('place')?.string('full_name') ?? null,
    edits: readEdits(fields),
    communityNote: readCommunityNote(fields),
    withheld: readWithheld(fields, fields),
    sensitive: fields.boolean('possibly_sensitive') ?? false,
    sourceLabel: readSourceLabel(fields.string('source')),
    truncated: fields.has('note_tweet'),
    counts: {
      likes: fields.count('favorite_count'),
      replies: fields.count('conversation_count') ?? fields.count('reply_count'),
      reposts: fields.count('retweet_count'),
      quotes: fields.count('quote_count'),
      views: null,
      asOf: at,
    },
  };
}

function readText(fields: Fields): Pick<Post, 'text' | 'entities'> {
  const entities = readEntities(fields);
  const media = [...(entities?.objects('media') ?? []), ...fields.objects('mediaDetails')];
  const hint = {
    range: fields.range('display_text_range'),
    mediaLinks: readMediaLinks(media),
    isReply: fields.has('in_reply_to_screen_name'),
  };
  const claims = readEntityClaims(entities, media);
  const read = readPostText(fields.eitherString('text', 'full_text') ?? '', hint, claims);
  if (read.rangeIgnored) fields.surprising('display_text_range');
  return { text: read.text, entities: read.entities };
}

/** Since May 2026 `entities` may come as `[]`, or without some of its lists: then links and the like stay plain text. */
function readEntities(fields: Fields): Fields | null {
  if (!fields.has('entities')) fields.missing('entities');
  const entities = fields.object('entities');
  for (const list of ['hashtags', 'urls', 'user_mentions', 'symbols']) {
    if (entities?.has(list) === false) entities.missing(list);
  }
  return entities;
}

function readPreview(fields: Fields): Card | null {
  const card = fields.object('card');
  if (card !== null) return readCard(card, readExpandedLinks(fields.object('entities')));
  const article = fields.object('article');
  return article === null ? null : readArticle(article);
}
