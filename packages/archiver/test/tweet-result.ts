type Json = Readonly<Record<string, unknown>>;

/** The user of the payloads made here. */
export const user: Json = {
  id_str: '12345',
  name: 'Ada Example',
  screen_name: 'ada_example',
  profile_image_url_https: 'https://pbs.twimg.com/profile_images/1/face_normal.jpg',
  profile_image_shape: 'Circle',
  is_blue_verified: false,
  verified: false,
};

/** A payload of the shape X's `tweet-result` has; invented. */
export function tweetResult(fields: Json = {}): Json {
  return {
    __typename: 'Tweet',
    id_str: '1500127395262201857',
    lang: 'en',
    created_at: '2022-03-05T15:26:04.000Z',
    text: 'Hello, world',
    display_text_range: [0, 12],
    entities: { hashtags: [], urls: [], user_mentions: [], symbols: [] },
    user,
    favorite_count: 7,
    conversation_count: 2,
    edit_control: { edit_tweet_ids: ['1500127395262201857'] },
    isEdited: false,
    isStaleEdit: false,
    ...fields,
  };
}

/** A photo as `mediaDetails` has it, whose link stands at `indices`. */
export function photoDetail(key: string, indices: readonly [number, number], fields: Json = {}): Json {
  return {
    type: 'photo',
    url: 'https://t.co/mmmmmmmmmm',
    display_url: 'pic.twitter.com/mmmmmmmmmm',
    expanded_url: 'https://twitter.com/ada_example/status/1500127395262201857/photo/1',
    indices,
    media_url_https: `https://pbs.twimg.com/media/${key}.jpg`,
    original_info: { width: 1200, height: 800 },
    ...fields,
  };
}

/** A tombstone with a notice. */
export function tombstone(text: string): Json {
  return {
    __typename: 'TweetTombstone',
    tombstone: { __typename: 'TextTombstone', text: { text, entities: [], rtl: false } },
  };
}
