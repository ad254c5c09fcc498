import { barePost, type Card, type CommunityNote, type Media, type Poll, type Post, type Quoted } from '@embalm/post';
import { statusUrl } from '../../x-sites.ts';
import type { Fields } from '../fields.ts';
import { readCreatedAt } from '../parts/created-at.ts';
import { plainHandle } from '../parts/handle.ts';
import { deepest } from '../parts/quoted.ts';
import { readXId } from '../parts/x-id.ts';
import { readLanguage } from '../read-language.ts';

const leadingMentions = /^(?:@\w{1,20}\s{1,9}){1,60}/;

/**
 * Read an answer of VxTwitter's API. The service expands the links of a text and leaves out the last one, so nothing says
 * which parts of it are links, tags or mentions. Of a video it names the best file alone. Without an id there is no post.
 *
 * @param at When the payload came: counts are true as of then.
 */
export function readVxtwitterPost(answer: Fields, at: string, depth = 0): Post | null {
  const id = readXId(answer.wanted('tweetID') ?? '');
  if (id === null) return null;
  const handle = plainHandle(answer.wanted('user_screen_name') ?? '');
  const name = answer.wanted('user_name') ?? handle;
  const replyTo = readReplyTo(answer);
  const text = answer.wanted('text') ?? '';
  const bare = barePost({ id, handle, name, text: replyTo === null ? text : text.replace(leadingMentions, '') });
  return {
    ...bare,
    author: { ...bare.author, avatar: answer.string('user_profile_image_url') },
    url: statusUrl(id, handle),
    createdAt: readCreatedAt(answer, 'date', id),
    lang: readLanguage(answer.string('lang') ?? 'und'),
    media: answer.objects('media_extended').flatMap(readMedium),
    quote: readQuote(answer, at, depth),
    replyTo,
    card: readCard(answer),
    poll: readPoll(answer),
    communityNote: readNote(answer),
    sensitive: answer.boolean('possibly_sensitive') ?? false,
    counts: {
      likes: answer.count('likes'),
      replies: answer.count('replies'),
      reposts: answer.count('retweets'),
      quotes: null,
      views: null,
      asOf: at,
    },
  };
}

function readReplyTo(answer: Fields): Post['replyTo'] {
  const handle = plainHandle(answer.string('replyingTo') ?? '');
  return handle === '' ? null : { handle, id: readXId(answer.string('replyingToID') ?? '') };
}

function readMedium(medium: Fields): readonly Media[] {
  const url = medium.wanted('url') ?? '';
  const size = medium.object('size');
  const visual = {
    width: size?.count('width') ?? null,
    height: size?.count('height') ?? null,
    alt: medium.string('altText'),
  };
  const variants = url === '' ? [] : [{ url, mediaType: 'video/mp4', bitrate: null }];
  const poster = medium.string('thumbnail_url');
  switch (medium.string('type')) {
    case 'image':
      return url === '' ? [] : [{ type: 'photo', url, ...visual }];
    case 'video': {
      const durationMs = medium.count('duration_millis') ?? 0;
      return [{ type: 'video', poster, durationMs: durationMs === 0 ? null : durationMs, variants, ...visual }];
    }
    case 'gif':
      return [{ type: 'animated-gif', poster, variants, ...visual }];
    case null:
    default:
      medium.surprising('type');
      return [];
  }
}

function readQuote(answer: Fields, at: string, depth: number): Quoted | null {
  const quote = depth >= deepest ? null : answer.object('qrt');
  const post = quote === null ? null : readVxtwitterPost(quote, at, depth + 1);
  return post === null ? null : { type: 'post', post };
}

/** An article is named by its title alone; the link to it is the last of the text, which was left out. */
function readCard(answer: Fields): Card | null {
  const article = answer.object('article');
  if (article === null) return null;
  const url = article.string('image');
  return {
    kind: 'article',
    url: answer.string('tweetURL') ?? '',
    title: article.wanted('title'),
    description: article.string('preview_text'),
    site: null,
    image: url === null ? null : { url, width: null, height: null, alt: null },
  };
}

/** `{}` where there is no poll. When it ends is not told. */
function readPoll(answer: Fields): Poll | null {
  const choices = (answer.object('pollData')?.objects('options') ?? []).flatMap((option) => {
    const label = option.wanted('name');
    return label === null ? [] : [{ label, votes: option.count('votes') }];
  });
  return choices.length === 0 ? null : { choices, endsAt: null, final: false };
}

function readNote(answer: Fields): CommunityNote | null {
  const text = answer.string('communityNote');
  return text === null ? null : { text, links: [] };
}
