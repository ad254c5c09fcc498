import type { PublishedPost, World } from '../world/world.ts';
import { mediaPayload } from './media.ts';
import { oldTimeOf } from './old-time.ts';
import { tweetResultPayload } from './tweet-result.ts';
import { userPayload } from './user.ts';

/** `result` as `TweetResultByRestId` gives it; card and poll are not played. */
export function graphqlResult(world: World, post: PublishedPost): Record<string, unknown> {
  const { spec } = post;
  const user = userPayload(spec.author);
  const payload = tweetResultPayload(world, post) as Readonly<Record<string, unknown>>;
  const quoted = spec.quote === undefined ? undefined : world.posts.get(spec.quote);
  const details = mediaPayload(post)['mediaDetails'];
  return {
    __typename: 'Tweet',
    rest_id: spec.id,
    core: {
      user_results: {
        result: {
          __typename: 'User',
          rest_id: user['id_str'],
          is_blue_verified: user['is_blue_verified'],
          core: { name: spec.author.name, screen_name: spec.author.handle },
          avatar: { image_url: user['profile_image_url_https'] },
          verification: { verified: false },
          legacy: {},
        },
      },
    },
    legacy: {
      id_str: spec.id,
      created_at: oldTimeOf(spec.id),
      full_text: payload['text'],
      display_text_range: payload['display_text_range'],
      entities: payload['entities'],
      ...(details === undefined ? {} : { extended_entities: { media: details } }),
      ...('in_reply_to_screen_name' in payload
        ? {
            in_reply_to_screen_name: payload['in_reply_to_screen_name'],
            in_reply_to_status_id_str: payload['in_reply_to_status_id_str'],
          }
        : {}),
      lang: payload['lang'],
      favorite_count: payload['favorite_count'],
      reply_count: spec.replies ?? 0,
      retweet_count: 0,
      quote_count: 0,
      possibly_sensitive: spec.sensitive === true,
      ...(quoted === undefined ? {} : { quoted_status_id_str: quoted.spec.id }),
    },
    ...(quoted === undefined ? {} : { quoted_status_result: { result: graphqlResult(world, quoted) } }),
    views: { count: '99', state: 'EnabledWithCount' },
    edit_control: payload['edit_control'],
  };
}
