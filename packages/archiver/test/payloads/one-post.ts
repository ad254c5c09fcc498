type Json = Readonly<Record<string, unknown>>;

/** One invented post, as each generation of payload tells of it: the same text, author, entities and photo. */
const id = '1500127395262201857';
const text = '@grace_example Tom &amp; Jerry 🚀 #ISS $TSLA @NASA https://t.co/aaaaaaaaaa https://t.co/mmmmmmmmmm';
const created = 'Sat Mar 05 15:13:36 +0000 2022';
const photoUrl = 'https://pbs.twimg.com/media/KEY.jpg';
const avatar = 'https://pbs.twimg.com/profile_images/1/face_normal.jpg';

/** Where a part of the text stands, in code points. */
function placeOf(part: string): [number, number] {
  const start = Array.from(text.slice(0, text.indexOf(part))).length;
  return [start, start + Array.from(part).length];
}

const photo: Json = {
  type: 'photo',
  url: 'https://t.co/mmmmmmmmmm',
  display_url: 'pic.twitter.com/mmmmmmmmmm',
  expanded_url: `https://twitter.com/ada_example/status/${id}/photo/1`,
  indices: placeOf('https://t.co/mmmmmmmmmm'),
  media_url_https: photoUrl,
  ext_alt_text: 'A cat and a mouse.',
  sizes: { large: { w: 1200, h: 800, resize: 'fit' } },
};

const entities: Json = {
  hashtags: [{ text: 'ISS', indices: placeOf('#ISS') }],
  symbols: [{ text: 'TSLA', indices: placeOf('$TSLA') }],
  user_mentions: [
    { screen_name: 'grace_example', name: 'Grace', indices: placeOf('@grace_example') },
    { screen_name: 'NASA', name: 'NASA', indices: placeOf('@NASA') },
  ],
  urls: [
    {
      url: 'https://t.co/aaaaaaaaaa',
      expanded_url: 'https://nasa.example/iss',
      display_url: 'nasa.example/iss',
      indices: placeOf('https://t.co/aaaaaaaaaa'),
    },
  ],
  media: [photo],
};

const range = [15, placeOf('https://t.co/mmmmmmmmmm')[0] - 1];

const reply: Json = { in_reply_to_screen_name: 'grace_example', in_reply_to_status_id_str: '1500127000000000000' };

const counts: Json = { favorite_count: 7, retweet_count: 3, reply_count: 2, quote_count: 1 };

/** As v1.1 tells of it. */
export const v1Post: Json = {
  id_str: id,
  created_at: created,
  full_text: text,
  display_text_range: range,
  entities,
  extended_entities: { media: [photo] },
  lang: 'en',
  possibly_sensitive: true,
  source: '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
  place: { full_name: 'Brno, Czech Republic' },
  user: { id_str: '12345', name: 'Ada Example', screen_name: 'ada_example', profile_image_url_https: avatar },
  ...reply,
  ...counts,
};

/** As GraphQL tells of it, with the user of before 2025 or of since then. */
export function graphqlPost(users: 'old' | 'new', fields: Json = {}): Json {
  const { user: _user, source, ...legacy } = v1Post;
  const names = { name: 'Ada Example', screen_name: 'ada_example' };
  const user =
    users === 'old'
      ? { legacy: { ...names, profile_image_url_https: avatar } }
      : { core: names, avatar: { image_url: avatar }, verification: { verified: false }, legacy: {} };
  return {
    __typename: 'Tweet',
    rest_id: id,
    core: { user_results: { result: { __typename: 'User', rest_id: '12345', is_blue_verified: false, ...user } } },
    legacy,
    source,
    views: { count: '99', state: 'EnabledWithCount' },
    edit_control: { edit_tweet_ids: [id] },
    ...fields,
  };
}

/** As the answer to `TweetResultByRestId`. */
export function graphqlAnswer(result: Json): Json {
  return { data: { tweetResult: { result } } };
}

/** As v2 tells of it. */
export const v2Answer: Json = {
  data: {
    id,
    text,
    author_id: '12345',
    created_at: '2022-03-05T15:13:36.000Z',
    lang: 'en',
    possibly_sensitive: true,
    source: 'Twitter Web App',
    in_reply_to_user_id: '777',
    referenced_tweets: [{ type: 'replied_to', id: '1500127000000000000' }],
    attachments: { media_keys: ['3_1'] },
    geo: { place_id: 'p1' },
    public_metrics: { like_count: 7, retweet_count: 3, reply_count: 2, quote_count: 1 },
    entities: {
      hashtags: [{ tag: 'ISS', ...startEnd('#ISS') }],
      cashtags: [{ tag: 'TSLA', ...startEnd('$TSLA') }],
      mentions: [
        { username: 'grace_example', ...startEnd('@grace_example') },
        { username: 'NASA', ...startEnd('@NASA') },
      ],
      urls: [
        {
          url: 'https://t.co/aaaaaaaaaa',
          expanded_url: 'https://nasa.example/iss',
          display_url: 'nasa.example/iss',
          ...startEnd('https://t.co/aaaaaaaaaa'),
        },
        {
          url: 'https://t.co/mmmmmmmmmm',
          expanded_url: `https://twitter.com/ada_example/status/${id}/photo/1`,
          display_url: 'pic.twitter.com/mmmmmmmmmm',
          media_key: '3_1',
          ...startEnd('https://t.co/mmmmmmmmmm'),
        },
      ],
    },
  },
  includes: {
    users: [
      { id: '12345', name: 'Ada Example', username: 'ada_example', profile_image_url: avatar },
      { id: '777', name: 'Grace', username: 'grace_example' },
    ],
    media: [
      { media_key: '3_1', type: 'photo', url: photoUrl, width: 1200, height: 800, alt_text: 'A cat and a mouse.' },
    ],
    places: [{ id: 'p1', full_name: 'Brno, Czech Republic' }],
  },
};

function startEnd(part: string): Json {
  const [start, end] = placeOf(part);
  return { start, end };
}

/** As X's oEmbed tells of it; it leaves out what it does not link. */
export const oembedAnswer: Json = {
  url: `https://twitter.com/ada_example/status/${id}`,
  author_name: 'Ada Example',
  author_url: 'https://twitter.com/ada_example',
  html: `<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Tom &amp; Jerry 🚀 <a href="https://twitter.com/hashtag/ISS?src=hash&amp;ref_src=twsrc%5Etfw">#ISS</a> <a href="https://twitter.com/search?q=%24TSLA&amp;src=ctag">$TSLA</a> <a href="https://twitter.com/NASA?ref_src=twsrc%5Etfw">@NASA</a> <a href="https://t.co/aaaaaaaaaa">https://t.co/aaaaaaaaaa</a> <a href="https://t.co/mmmmmmmmmm">pic.twitter.com/mmmmmmmmmm</a></p>&mdash; Ada Example (@ada_example) <a href="https://twitter.com/ada_example/status/${id}?ref_src=twsrc%5Etfw">March 5, 2022</a></blockquote>\n<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>\n`,
  width: 550,
  height: null,
  type: 'rich',
  cache_age: '3153600000',
  provider_name: 'X',
  version: '1.0',
};

const photoLink = { display: 'pic.twitter.com/mmmmmmmmmm', replacement: photo['expanded_url'] };

/** As FxTwitter tells of it, in the second version of its API. */
export const fxtwitterStatus: Json = {
  type: 'status',
  provider: 'twitter',
  url: `https://x.com/ada_example/status/${id}`,
  id,
  text: '@grace_example Tom & Jerry 🚀 #ISS $TSLA @NASA https://nasa.example/iss',
  raw_text: {
    text,
    display_text_range: range,
    facets: [
      { type: 'hashtag', indices: placeOf('#ISS'), original: 'ISS' },
      { type: 'symbol', indices: placeOf('$TSLA'), original: 'TSLA' },
      {
        type: 'url',
        indices: placeOf('https://t.co/aaaaaaaaaa'),
        original: 'https://t.co/aaaaaaaaaa',
        replacement: 'https://nasa.example/iss',
        display: 'nasa.example/iss',
      },
      { type: 'mention', indices: placeOf('@grace_example'), original: 'grace_example', id: '777' },
      { type: 'mention', indices: placeOf('@NASA'), original: 'NASA', id: '11348282' },
      { type: 'media', indices: placeOf('https://t.co/mmmmmmmmmm'), original: 'https://t.co/mmmmmmmmmm', ...photoLink },
    ],
  },
  author: {
    type: 'profile',
    id: '12345',
    name: 'Ada Example',
    screen_name: 'ada_example',
    avatar_url: avatar,
    protected: false,
    verification: { verified: false, type: null },
  },
  replies: 2,
  reposts: 3,
  likes: 7,
  quotes: 1,
  bookmarks: 4,
  views: 99,
  created_at: created,
  created_timestamp: 1_646_493_216,
  possibly_sensitive: true,
  is_note_tweet: false,
  community_note: null,
  lang: 'en',
  replying_to: { screen_name: 'grace_example', status: '1500127000000000000' },
  reposted_by: null,
  source: 'Twitter Web App',
  media: {
    all: [
      { type: 'photo', id: '1', url: `${photoUrl}?name=orig`, width: 1200, height: 800, altText: 'A cat and a mouse.' },
    ],
  },
  embed_card: 'summary_large_image',
};

/** As an answer of FxTwitter. */
export function fxtwitterAnswer(fields: Json = {}): Json {
  return { code: 200, message: 'OK', status: { ...fxtwitterStatus, ...fields }, thread: null, author: null };
}

/** As VxTwitter tells of it. */
export const vxtwitterAnswer: Json = {
  allSameType: true,
  article: null,
  combinedMediaUrl: null,
  communityNote: null,
  conversationID: '1500127000000000000',
  date: created,
  date_epoch: 1_646_493_216,
  fetched_on: 1_767_322_000,
  hasMedia: true,
  hashtags: ['ISS'],
  lang: 'en',
  likes: 7,
  mediaURLs: [photoUrl],
  media_extended: [
    {
      altText: 'A cat and a mouse.',
      id_str: '1',
      size: { height: 800, width: 1200 },
      thumbnail_url: photoUrl,
      type: 'image',
      url: photoUrl,
    },
  ],
  pollData: null,
  possibly_sensitive: true,
  qrt: null,
  qrtURL: null,
  replies: 2,
  replyingTo: 'grace_example',
  replyingToID: '1500127000000000000',
  retweet: null,
  retweetURL: null,
  retweets: 3,
  text: '@grace_example Tom & Jerry 🚀 #ISS $TSLA @NASA https://nasa.example/iss',
  translation: null,
  tweetID: id,
  tweetURL: `https://twitter.com/ada_example/status/${id}`,
  user_name: 'Ada Example',
  user_profile_image_url: avatar,
  user_screen_name: 'ada_example',
};

/** As its page of before 2020 showed it. */
export const legacyPage = `<!doctype html><html><body>
<div class="permalink-inner permalink-tweet-container">
 <div class="tweet permalink-tweet js-original-tweet" data-tweet-id="${id}" data-item-id="${id}" data-screen-name="ada_example" data-name="Ada Example" data-user-id="12345">
  <div class="permalink-header"><img class="avatar" src="${avatar}" alt=""></div>
  <div class="js-tweet-text-container">
   <p class="TweetTextSize js-tweet-text tweet-text" lang="en">Tom &amp; Jerry <img class="Emoji Emoji--forText" src="https://abs.twimg.com/emoji/v2/72x72/1f680.png" alt="🚀"> <a href="/hashtag/ISS?src=hash" class="twitter-hashtag pretty-link js-nav"><s>#</s><b>ISS</b></a> <a href="/search?q=%24TSLA" class="twitter-cashtag pretty-link js-nav"><s>$</s><b>TSLA</b></a> <a href="/NASA" class="twitter-atreply pretty-link js-nav"><s>@</s><b>NASA</b></a> <a href="https://t.co/aaaaaaaaaa" rel="nofollow noopener" data-expanded-url="https://nasa.example/iss" class="twitter-timeline-link" target="_blank"><span class="tco-ellipsis"></span><span class="invisible">https://</span><span class="js-display-url">nasa.example/iss</span><span class="tco-ellipsis"><span class="invisible">&nbsp;</span></span></a><a href="https://t.co/mmmmmmmmmm" class="twitter-timeline-link u-hidden" data-pre-embedded="true">pic.twitter.com/mmmmmmmmmm</a></p>
  </div>
  <div class="AdaptiveMedia-photoContainer js-adaptive-photo" data-image-url="${photoUrl}"><img src="${photoUrl}" alt="A cat and a mouse."></div>
  <span class="ProfileTweet-action--retweet u-hiddenVisually"><span class="ProfileTweet-actionCount" data-tweet-stat-count="3"></span></span>
  <span class="ProfileTweet-action--favorite u-hiddenVisually"><span class="ProfileTweet-actionCount" data-tweet-stat-count="7"></span></span>
 </div>
</div></body></html>`;
