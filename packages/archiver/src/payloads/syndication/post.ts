import { type Post, type PostId, type ReplyTarget, idOf, timeOfXId } from '@embalm/post';
import { statusUrl } from '../../x-sites.ts';
import type { Fields } from '../fields.ts';
import { readPostText } from '../post-text.ts';
import { readLanguage } from '../read-language.ts';
import { readTime } from '../read-time.ts';
import { readAuthor } from './author.ts';
import { readCard } from './card.ts';
import { readCommunityNote } from './community-note.ts';
import { readEdits } from './edits.ts';
import { readEntityClaims, readExpandedLinks, readMediaLinks } from './entities.ts';
import { readMedia } from './media.ts';
import { readPoll } from './poll.ts';
import { readQuoted } from './quoted.ts';
import { readXId } from './x-id.ts';

/**
 * Read the object of a post. Every field that is missing or surprising is left out of it; without an id there is no
 * post.
 *
 * @param at When the payload came: counts are true as of then.
 */
export function readPost(fields: Fields, at: string, depth = 0): Post | null {
  const id = readXId(fields.wanted('id_str') ?? '');
  if (id === null) return null;
  const author = readAuthor(fields);
  const readInner = (inner: Fields, innerDepth: number): Post | null => readPost(inner, at, innerDepth);
  return {
    id,
    url: statusUrl(id, author.handle === '' ? undefined : author.handle),
    author,
    createdAt: readCreatedAt(fields, id),
    ...readText(fields),
    lang: readLanguage(fields.wanted('lang') ?? 'und'),
    media: readMedia(fields),
    quote: readQuoted(fields, 'quoted_tweet', depth, readInner),
    parent: readQuoted(fields, 'parent', depth, readInner),
    replyTo: readReplyTo(fields),
    card: readCard(fields, readExpandedLinks(fields)),
    poll: readPoll(fields),
    place: fields.object('place')?.string('full_name') ?? null,
    edits: readEdits(fields),
    communityNote: readCommunityNote(fields),
    sensitive: fields.boolean('possibly_sensitive') ?? false,
    sourceLabel: readSourceLabel(fields),
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
  const hint = {
    range: fields.range('display_text_range'),
    mediaLinks: readMediaLinks(fields),
    isReply: fields.has('in_reply_to_screen_name'),
  };
  const { text, entities, rangeIgnored } = readPostText(fields.wanted('text') ?? '', hint, readEntityClaims(fields));
  if (rangeIgnored) fields.surprising('display_text_range');
  return { text, entities };
}

/** The id knows the time as well, should the payload not. */
function readCreatedAt(fields: Fields, id: PostId): string | null {
  const text = fields.wanted('created_at');
  const said = text === null ? null : readTime(text);
  if (said !== null) return said;
  if (text !== null) fields.surprising('created_at');
  const time = timeOfXId(idOf(id));
  return time === null ? null : new Date(time).toISOString();
}

function readReplyTo(fields: Fields): ReplyTarget | null {
  const handle = fields.string('in_reply_to_screen_name');
  if (handle === null) return null;
  return { handle: handle, id: readXId(fields.string('in_reply_to_status_id_str') ?? '') };
}

/** `source` is a link around a name: only the name is kept. */
function readSourceLabel(fields: Fields): string | null {
  const label =
    fields
      .string('source')
      ?.replace(/<[^<>]{0,2000}>/g, '')
      .trim() ?? '';
  return label === '' ? null : label;
}
