import { barePost, type Card, type Poll, type Post } from '@embalm/post';
import { statusUrl } from '../../x-sites.ts';
import type { Fields } from '../fields.ts';
import { createdAtOf, readCreatedAt } from '../parts/created-at.ts';
import { passOn } from '../parts/repost.ts';
import { readSourceLabel } from '../parts/source-label.ts';
import { readV2Withheld } from '../parts/withheld.ts';
import { readOwnId, readXId } from '../parts/x-id.ts';
import { readLanguage } from '../read-language.ts';
import { readTime } from '../read-time.ts';
import { findUser, readAuthor } from './author.ts';
import type { Includes } from './includes.ts';
import { readMedia } from './media.ts';
import { readReferences, readReplyTo } from './references.ts';
import { readText } from './text.ts';

/**
 * Read a post of v2. What was not asked for is not there: fields are optional, except for the id and the text.
 *
 * @param at When the payload came: counts are true as of then.
 */
export function readV2Post(tweet: Fields, includes: Includes, at: string, depth = 0): Post | null {
  const id = readOwnId(tweet, 'id');
  if (id === null) return null;
  const author = readAuthor(tweet, includes);
  const references = readReferences(tweet, includes, depth, (inner, level) => readV2Post(inner, includes, at, level));
  const { text, entities } = readText(
    tweet,
    references.answeredId !== null,
    references.quote === null ? null : references.quotedId,
  );
  const media = readMedia(tweet, includes);
  const versions = tweet.strings('edit_history_tweet_ids').map(readXId);
  const ids = versions.filter((version) => version !== null);
  const post: Post = {
    ...barePost({ id, handle: author.handle, name: author.name, text }),
    author,
    url: statusUrl(id, author.handle),
    createdAt: tweet.has('created_at') ? readCreatedAt(tweet, 'created_at', id) : createdAtOf(id),
    entities,
    lang: readLanguage(tweet.string('lang') ?? 'und'),
    media,
    quote: references.quote,
    parent: references.parent,
    replyTo: readReplyTo(tweet, references, includes),
    card: media.length > 0 || references.quote !== null ? null : readCard(tweet),
    poll: readPoll(tweet, includes),
    place: readPlace(tweet, includes),
    edits: ids.length === 0 ? null : { ids, edited: ids.length > 1 },
    withheld: readV2Withheld(tweet, findUser(tweet, includes)),
    sensitive: tweet.boolean('possibly_sensitive') ?? false,
    sourceLabel: readSourceLabel(tweet.string('source')),
    counts: readCounts(tweet, at),
  };
  return references.reposted === null ? post : passOn(post, references.reposted);
}

function readCounts(tweet: Fields, at: string): Post['counts'] {
  const counts = tweet.object('public_metrics');
  if (counts === null) return null;
  return {
    likes: counts.count('like_count'),
    replies: counts.count('reply_count'),
    reposts: counts.count('retweet_count'),
    quotes: counts.count('quote_count'),
    views: counts.count('impression_count'),
    asOf: at,
  };
}

function readPoll(tweet: Fields, includes: Includes): Poll | null {
  const attachments = tweet.object('attachments');
  const id = attachments?.strings('poll_ids')[0];
  const poll = attachments?.object('poll') ?? (id === undefined ? undefined : includes.polls.get(id)) ?? null;
  if (poll === null) return null;
  const choices = poll.objects('options').flatMap((option) => {
    const label = option.wanted('label');
    return label === null ? [] : [{ label, votes: option.count('votes') }];
  });
  return {
    choices,
    endsAt: readTime(poll.string('end_datetime') ?? ''),
    final: poll.string('voting_status') === 'closed',
  };
}

function readPlace(tweet: Fields, includes: Includes): string | null {
  const geo = tweet.object('geo');
  const place = includes.places.get(geo?.string('place_id') ?? '') ?? geo;
  return place?.string('full_name') ?? null;
}

/** What v2 tells of a link's page; the kind of its card it does not tell. */
function readCard(tweet: Fields): Card | null {
  const links = tweet.object('entities')?.objects('urls') ?? [];
  const link = links.find((one) => one.has('title'));
  const url = link?.string('unwound_url') ?? link?.string('expanded_url') ?? null;
  if (link === undefined || url === null) return null;
  const image = link.has('images') ? link.objects('images')[0] : undefined;
  const imageUrl = image?.string('url') ?? null;
  return {
    kind: 'other',
    url,
    title: link.string('title'),
    description: link.string('description'),
    site: URL.parse(url)?.hostname ?? null,
    image:
      image === undefined || imageUrl === null
        ? null
        : { url: imageUrl, width: image.count('width'), height: image.count('height'), alt: null },
  };
}
