import { statusUrl, timeOf } from '../world/status-url.ts';
import type { PublishedMedium } from '../world/published-medium.ts';
import type { PublishedPost, World } from '../world/world.ts';
import { oldTimeOf } from './old-time.ts';
import { userPayload } from './user.ts';

/** `status` as FxTwitter's API gives it, second version. */
export function fxtwitterStatus(world: World, post: PublishedPost): Record<string, unknown> {
  const { spec, text, media, mediaCode } = post;
  const { entities } = text;
  const user = userPayload(spec.author);
  const quoted = spec.quote === undefined ? undefined : world.posts.get(spec.quote);
  const parent = spec.parent === undefined ? undefined : world.posts.get(spec.parent)?.spec;
  const mediaFacets =
    mediaCode === null
      ? []
      : [
          {
            type: 'media',
            indices: text.mediaIndices,
            original: `https://t.co/${mediaCode}`,
            display: `pic.twitter.com/${mediaCode}`,
          },
        ];
  return {
    type: 'status',
    provider: 'twitter',
    id: spec.id,
    url: statusUrl(spec.author.handle, spec.id),
    text: spec.text,
    raw_text: {
      text: text.text,
      display_text_range: text.displayRange,
      facets: [
        ...entities.hashtags.map((tag) => ({ type: 'hashtag', indices: tag.indices, original: tag.text })),
        ...entities.symbols.map((symbol) => ({ type: 'symbol', indices: symbol.indices, original: symbol.text })),
        ...entities.urls.map((link) => ({
          type: 'url',
          indices: link.indices,
          original: link.url,
          replacement: link.expanded_url,
          display: link.display_url,
        })),
        ...entities.user_mentions.map((mention) => ({
          type: 'mention',
          indices: mention.indices,
          original: mention.screen_name,
          id: mention.id_str,
        })),
        ...mediaFacets,
      ],
    },
    author: {
      type: 'profile',
      id: user['id_str'],
      name: spec.author.name,
      screen_name: spec.author.handle,
      avatar_url: String(user['profile_image_url_https']).replace('_normal', '_200x200'),
      verification: {
        verified: spec.author.verification !== undefined,
        type: verificationOf(spec.author.verification),
      },
    },
    ...(quoted === undefined ? {} : { quote: fxtwitterStatus(world, quoted) }),
    replying_to: parent === undefined ? null : { screen_name: parent.author.handle, status: parent.id },
    created_at: oldTimeOf(spec.id),
    created_timestamp: Math.floor(timeOf(spec.id) / 1000),
    likes: spec.likes ?? 0,
    replies: spec.replies ?? 0,
    reposts: 0,
    quotes: 0,
    views: null,
    lang: spec.lang ?? 'en',
    possibly_sensitive: spec.sensitive === true,
    source: 'Twitter Web App',
    media: media.length === 0 ? {} : { all: media.map(mediumOf) },
    community_note: null,
    is_note_tweet: false,
    reposted_by: null,
  };
}

function verificationOf(verification: string | undefined): string | null {
  if (verification === undefined) return null;
  return { blue: 'individual', business: 'organization', government: 'government' }[verification] ?? null;
}

function mediumOf({ spec, pictureUrl, variants }: PublishedMedium): unknown {
  const { width, height, alt } = spec;
  if (spec.type === 'photo') return { type: 'photo', url: `${pictureUrl}?name=orig`, width, height, altText: alt };
  return {
    type: spec.type,
    url: variants.at(-1)?.url,
    thumbnail_url: pictureUrl,
    width,
    height,
    duration: spec.type === 'gif' ? 0 : spec.durationMs / 1000,
    formats: variants.map(({ url, bitrate }) => ({ container: 'mp4', codec: 'h264', url, bitrate })),
  };
}
