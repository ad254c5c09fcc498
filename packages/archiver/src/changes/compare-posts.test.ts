import { barePost, type Post } from '@embalm/post';
import { expect, test } from 'vitest';
import { compareCounts, comparePosts } from './compare-posts.ts';
import { lastingDigest } from './lasting-content.ts';

const photo = {
  type: 'photo',
  url: 'https://pbs.twimg.com/media/KEY.jpg',
  width: 1,
  height: 1,
  alt: 'A dish',
} as const;
const video = {
  type: 'video',
  poster: 'https://pbs.twimg.com/ext_tw_video_thumb/1/pu/img/KEY.jpg',
  durationMs: 4000,
  variants: [{ url: 'https://video.twimg.com/1.mp4?tag=12', mediaType: 'video/mp4', bitrate: 832_000 }],
  width: 1,
  height: 1,
  alt: null,
} as const;
const card = { kind: 'summary', url: 'https://t.co/a', title: 'T', description: 'D', site: 'a.example' } as const;
const image = { url: 'https://pbs.twimg.com/card_img/1/a', width: 1, height: 1, alt: 'A card' };
const poll = {
  choices: [
    { label: 'Yes', votes: 1 },
    { label: 'No', votes: 2 },
  ],
  endsAt: '2026-11-22T10:00:00.000Z',
  final: false,
};
const counts = { likes: 1, replies: 2, reposts: null, quotes: null, views: 3, asOf: '2026-11-22T10:00:00.000Z' };
const author = barePost({ id: 'x:1', handle: 'ada', name: 'Ada', text: '' }).author;
const quoted = barePost({ id: 'x:19', handle: 'grace', name: 'Grace', text: 'Older' });
const mention = { type: 'mention', range: [6, 12], handle: 'grace', name: 'Grace' } as const;
const link = { type: 'link', range: [13, 20], url: 'https://a.example', display: 'a.example', short: null } as const;

const post: Post = {
  ...barePost({ id: 'x:20', handle: 'ada', name: 'Ada', text: 'Hello @grace a.example' }),
  author: { ...author, id: '7', avatar: 'https://pbs.twimg.com/profile_images/7/a_normal.jpg' },
  entities: [mention, link],
  media: [photo, video],
  quote: { type: 'post', post: quoted },
  card: { ...card, image },
  poll,
  edits: { ids: ['x:20'], edited: false },
  counts,
};

/** What each alteration of the post is told as. */
const worthRecords: readonly (readonly [string, Partial<Post>])[] = [
  ['text', { text: 'Hello' }],
  ['truncated', { truncated: true }],
  ['name', { author: { ...post.author, name: 'Ada L.' } }],
  ['handle', { author: { ...post.author, handle: 'ada_l' } }],
  ['account', { author: { ...post.author, id: '8' } }],
  ['verification', { author: { ...post.author, verification: 'blue' } }],
  ['account-label', { author: { ...post.author, accountLabel: { kind: 'automated', by: 'ada' } } }],
  ['affiliation', { author: { ...post.author, affiliation: { name: 'Agency', url: null, badge: null } } }],
  ['note', { communityNote: { text: 'Not so.', links: [] } }],
  ['withheld', { withheld: { countries: ['DE'], copyright: false, scope: 'post' } }],
  ['reply-to', { replyTo: { handle: 'grace', id: 'x:19' } }],
  ['card', { card: { ...card, title: 'Another', image } }],
  ['card', { card: null }],
  ['poll', { poll: { ...poll, final: true } }],
  ['place', { place: 'Baikonur' }],
  ['sensitive', { sensitive: true }],
  ['lang', { lang: 'en' }],
  ['created', { createdAt: '2026-11-22T10:00:00.000Z' }],
  ['source-label', { sourceLabel: 'Twitter Web App' }],
  ['edits', { edits: { ids: ['x:20', 'x:21'], edited: true } }],
  ['media', { media: [photo] }],
  ['media', { media: [video, photo] }],
  ['media', { media: [photo, video, photo] }],
  ['alt', { media: [{ ...photo, alt: null }, video] }],
  ['entities', { entities: [mention] }],
  ['entities', { entities: [mention, { ...link, url: 'https://b.example' }] }],
  ['quote', { quote: null }],
  ['quote', { quote: { type: 'tombstone', id: 'x:19', text: 'Deleted' } }],
  ['quote', { quote: { type: 'post', post: { ...quoted, id: 'x:18' } } }],
  ['quote.text', { quote: { type: 'post', post: { ...quoted, text: 'Changed' } } }],
  ['repost', { repostOf: { type: 'post', post: quoted } }],
  ['parent', { parent: { type: 'post', post: quoted } }],
];

test.each(worthRecords)('another %s is told, and is worth a record: %o', (field, altered) => {
  const after = { ...post, ...altered };
  const changes = comparePosts(post, after);
  expect(new Set(changes.map((change) => change.field))).toStrictEqual(new Set([field]));
  expect(lastingDigest(after)).not.toBe(lastingDigest(post));
});

const noise: readonly (readonly [string, Partial<Post>])[] = [
  ['counts', { counts: { ...counts, likes: 900, asOf: '2026-11-23T10:00:00.000Z' } }],
  [
    'votes',
    {
      poll: {
        ...poll,
        choices: [
          { label: 'Yes', votes: 50 },
          { label: 'No', votes: 2 },
        ],
      },
    },
  ],
  ['the avatar', { author: { ...post.author, avatar: null, avatarShape: 'square' } }],
  [
    'the rendition of a photo',
    { media: [{ ...photo, url: `https://pbs.twimg.com/media/KEY?format=jpg&name=orig` }, video] },
  ],
  ['the variants of a video', { media: [photo, { ...video, variants: [], durationMs: null }] }],
  ['the size of a photo', { media: [{ ...photo, width: 2048, height: null }, video] }],
  ['where an entity stands', { entities: [{ ...mention, range: [0, 6] }, link] }],
  ['the picture of a card', { card: { ...card, image: { ...image, url: 'https://pbs.twimg.com/card_img/2/b' } } }],
  [
    'the name of who is mentioned',
    {
      entities: [
        { ...mention, name: 'Grace H.' },
        { ...link, display: 'a.ex…' },
      ],
    },
  ],
  ['counts of what is quoted', { quote: { type: 'post', post: { ...quoted, counts } } }],
];

test.each(noise)('%s may change without a record', (_, altered) => {
  const after = { ...post, ...altered };
  expect(comparePosts(post, after)).toStrictEqual([]);
  expect(lastingDigest(after)).toBe(lastingDigest(post));
});

test('every field of a post is on one list or the other', () => {
  const told = [...worthRecords, ...noise].flatMap(([, altered]) => Object.keys(altered));
  // A post is compared with itself, and its URL says no more than its id and handle.
  expect(new Set([...told, 'id', 'url'])).toStrictEqual(new Set(Object.keys(post)));
});

test('what came and what went is told one by one', () => {
  expect(
    comparePosts(post, { ...post, media: [{ ...photo, url: 'https://pbs.twimg.com/media/NEW.jpg' }, video] }),
  ).toStrictEqual([
    { field: 'media', before: 'photo pbs.twimg.com/media/KEY', after: null },
    { field: 'media', before: null, after: 'photo pbs.twimg.com/media/NEW' },
  ]);
});

test('counts are told when they are asked for', () => {
  expect(compareCounts(counts, { ...counts, likes: 900, views: null })).toStrictEqual([
    { field: 'likes', before: '1', after: '900' },
    { field: 'views', before: '3', after: null },
  ]);
  expect(compareCounts(null, null)).toStrictEqual([]);
});
