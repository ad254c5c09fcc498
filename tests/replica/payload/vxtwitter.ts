import { timeOf } from '../world/status-url.ts';
import type { PublishedMedium } from '../world/published-medium.ts';
import type { PublishedPost, World } from '../world/world.ts';
import { oldTimeOf } from './old-time.ts';
import { userPayload } from './user.ts';

/** A post as VxTwitter's API gives it. */
export function vxtwitterPayload(world: World, post: PublishedPost): Record<string, unknown> {
  const { spec, text, media } = post;
  const quoted = spec.quote === undefined ? undefined : world.posts.get(spec.quote);
  const parent = spec.parent === undefined ? undefined : world.posts.get(spec.parent)?.spec;
  return {
    tweetID: spec.id,
    tweetURL: `https://twitter.com/${spec.author.handle}/status/${spec.id}`,
    text: parent === undefined ? spec.text : `@${parent.author.handle} ${spec.text}`,
    user_name: spec.author.name,
    user_screen_name: spec.author.handle,
    user_profile_image_url: userPayload(spec.author)['profile_image_url_https'],
    date: oldTimeOf(spec.id),
    date_epoch: Math.floor(timeOf(spec.id) / 1000),
    hashtags: text.entities.hashtags.map((tag) => tag.text),
    lang: spec.lang ?? 'en',
    likes: spec.likes ?? 0,
    replies: spec.replies ?? 0,
    retweets: 0,
    media_extended: media.map(mediumOf),
    mediaURLs: media.map((medium) => medium.variants.at(-1)?.url ?? medium.pictureUrl),
    hasMedia: media.length > 0,
    possibly_sensitive: spec.sensitive === true,
    qrt: quoted === undefined ? null : vxtwitterPayload(world, quoted),
    qrtURL: quoted === undefined ? null : `https://twitter.com/i/status/${quoted.spec.id}`,
    replyingTo: parent?.author.handle ?? null,
    replyingToID: parent?.id ?? null,
    pollData:
      spec.poll === undefined
        ? null
        : { options: spec.poll.choices.map(({ label, votes }) => ({ name: label, votes })) },
    communityNote: null,
    article: null,
    retweetURL: null,
  };
}

function mediumOf({ spec, pictureUrl, variants }: PublishedMedium): unknown {
  const { width, height, alt } = spec;
  const type = spec.type === 'photo' ? 'image' : spec.type;
  return {
    type,
    url: variants.at(-1)?.url ?? pictureUrl,
    thumbnail_url: pictureUrl,
    size: { width, height },
    altText: alt ?? null,
    duration_millis: spec.type === 'video' ? spec.durationMs : 0,
  };
}
