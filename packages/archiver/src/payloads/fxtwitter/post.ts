import { barePost, type Card, type CommunityNote, idOf, type Poll, type Post, type Quoted } from '@embalm/post';
import { statusUrl } from '../../x-sites.ts';
import { dropOverlaps } from '../drop-overlaps.ts';
import type { Fields } from '../fields.ts';
import { readArticle } from '../parts/article.ts';
import { kindOfCard } from '../parts/card.ts';
import { readCreatedAt } from '../parts/created-at.ts';
import { plainHandle } from '../parts/handle.ts';
import { deepest } from '../parts/quoted.ts';
import { readXId } from '../parts/x-id.ts';
import { readLanguage } from '../read-language.ts';
import { readTime } from '../read-time.ts';
import { readAuthor } from './author.ts';
import { readMedia } from './media.ts';
import { readText } from './text.ts';

/**
 * Read a `status` of FxTwitter's API, or the `tweet` of its first version: what the service made of X's GraphQL. Without an
 * id there is no post. Edits are not in it.
 *
 * @param at When the payload came: counts are true as of then.
 */
export function readFxtwitterPost(status: Fields, at: string, depth = 0): Post | null {
  const id = readXId(status.wanted('id') ?? '');
  if (id === null) return null;
  const author = readAuthor(status);
  const quote = readQuote(status, at, depth);
  const { text, entities } = readText(status, quote?.type === 'post' ? idOf(quote.post.id) : null);
  return {
    ...barePost({ id, handle: author.handle, name: author.name, text }),
    author,
    url: statusUrl(id, author.handle),
    createdAt: readCreatedAt(status, 'created_at', id),
    entities,
    lang: readLanguage(status.string('lang') ?? 'und'),
    media: readMedia(status),
    quote,
    replyTo: readReplyTo(status),
    card: readCard(status),
    poll: readPoll(status, at),
    communityNote: readNote(status),
    sensitive: status.boolean('possibly_sensitive') ?? false,
    sourceLabel: status.string('source'),
    counts: {
      likes: status.count('likes'),
      replies: status.count('replies'),
      reposts: status.count('reposts') ?? status.count('retweets'),
      quotes: status.count('quotes'),
      views: status.count('views'),
      asOf: at,
    },
  };
}

function readQuote(status: Fields, at: string, depth: number): Quoted | null {
  const quote = status.object('quote');
  if (quote === null || depth >= deepest) return null;
  if (quote.string('type') === 'tombstone') {
    return { type: 'tombstone', id: readXId(quote.string('id') ?? ''), text: quote.string('message') ?? '' };
  }
  const post = readFxtwitterPost(quote, at, depth + 1);
  return post === null ? null : { type: 'post', post };
}

/** `{screen_name, status}`; in the first version two fields of the post. */
function readReplyTo(status: Fields): Post['replyTo'] {
  if (!status.has('replying_to')) return null;
  const target = status.has('replying_to_status') ? null : status.object('replying_to');
  const handle = plainHandle((target === null ? status.string('replying_to') : target.wanted('screen_name')) ?? '');
  const id = target === null ? status.string('replying_to_status') : target.string('status');
  return handle === '' ? null : { handle, id: readXId(id ?? '') };
}

function readCard(status: Fields): Card | null {
  const article = status.object('article');
  if (article !== null) return readArticle(article);
  const card = status.object('card');
  const url = card?.wanted('url') ?? null;
  if (card === null || url === null) return null;
  const image = card.object('image');
  const imageUrl = image?.string('url') ?? null;
  return {
    kind: kindOfCard(card.string('card_name') ?? ''),
    url,
    title: card.string('title'),
    description: card.string('description'),
    site: card.string('domain'),
    image:
      image === null || imageUrl === null
        ? null
        : { url: imageUrl, width: image.count('width'), height: image.count('height'), alt: image.string('alt') },
  };
}

function readPoll(status: Fields, at: string): Poll | null {
  const poll = status.object('poll');
  if (poll === null) return null;
  const endsAt = readTime(poll.string('ends_at') ?? '');
  const choices = poll.objects('choices').flatMap((choice) => {
    const label = choice.wanted('label');
    return label === null ? [] : [{ label, votes: choice.count('count') }];
  });
  return { choices, endsAt, final: endsAt !== null && endsAt <= at };
}

/** Its text comes unescaped; ranges are UTF-16 units of it. */
function readNote(status: Fields): CommunityNote | null {
  const note = status.object('community_note');
  const text = note?.wanted('text') ?? null;
  if (note === null || text === null) return null;
  const links = note.objects('facets').flatMap((facet) => {
    const [range, url] = [facet.range('indices'), facet.string('replacement')];
    if (range !== null && url !== null && range[0] < range[1] && range[1] <= text.length) return [{ range, url }];
    facet.surprising();
    return [];
  });
  return { text, links: dropOverlaps(links, ({ range }) => range) };
}
