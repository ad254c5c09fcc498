import type { Post } from '@embalm/post';
import type { Asset } from '../src/exhibit.ts';
import { makePost } from './make-post.ts';

const text = 'Tonight @station_news shows #ISS and $BA:\nhttps://t.co/abcdefghij\n\nBring binoculars.';

function place(part: string): [number, number] {
  const start = text.indexOf(part);
  return [start, start + part.length];
}

/** A post that has all that a post can have. */
export const fullPost: Post = makePost({
  text,
  entities: [
    { type: 'mention', range: place('@station_news'), handle: 'station_news', name: 'Station News' },
    { type: 'hashtag', range: place('#ISS'), tag: 'ISS' },
    { type: 'cashtag', range: place('$BA'), symbol: 'BA' },
    {
      type: 'link',
      range: place('https://t.co/abcdefghij'),
      url: 'https://www.example.org/passes/lisbon',
      display: 'example.org/passes/lisbon',
      short: 'https://t.co/abcdefghij',
    },
  ],
  author: {
    handle: 'orbitwatch',
    name: 'Orbit Watch',
    id: '12345',
    avatar: 'https://pbs.example/avatar.jpg',
    avatarShape: 'square',
    verification: 'business',
    affiliation: { name: 'Orbital Agency', url: 'https://example.org', badge: 'https://pbs.example/badge.png' },
    accountLabel: { kind: 'automated', by: 'orbital' },
  },
  media: [
    { type: 'photo', url: 'https://pbs.example/1.jpg', width: 1600, height: 900, alt: 'A trail over a river' },
    { type: 'photo', url: 'https://pbs.example/2.jpg', width: 900, height: 900, alt: null },
    {
      type: 'video',
      width: 1280,
      height: 720,
      alt: 'The crew waves',
      poster: 'https://pbs.example/poster.jpg',
      durationMs: 61_400,
      variants: [
        { url: 'https://video.example/v.m3u8', mediaType: 'application/x-mpegURL', bitrate: null },
        { url: 'https://video.example/v.mp4', mediaType: 'video/mp4', bitrate: 832_000 },
      ],
    },
    {
      type: 'animated-gif',
      width: 480,
      height: 270,
      alt: null,
      poster: 'https://pbs.example/gif.jpg',
      variants: [{ url: 'https://video.example/g.mp4', mediaType: 'video/mp4', bitrate: 0 }],
    },
  ],
  quote: {
    type: 'post',
    post: makePost({
      id: 'x:1500127395262201000',
      url: 'https://x.com/station_news/status/1500127395262201000',
      text: 'The pass in full:',
      media: [{ type: 'photo', url: 'https://pbs.example/1.jpg', width: 1600, height: 900, alt: 'A trail' }],
      quote: { type: 'post', post: makePost({ id: 'x:1500127395262200000', text: 'Deeper.' }) },
    }),
  },
  parent: { type: 'post', post: makePost({ id: 'x:1500127395262100000', text: 'Where can we see it?' }) },
  replyTo: { handle: 'station_news', id: 'x:1500127395262100000' },
  card: {
    kind: 'summary-large-image',
    url: 'https://www.example.org/passes/lisbon',
    title: 'Passes over Lisbon',
    description: 'When to look up.',
    site: 'example.org',
    image: { url: 'https://pbs.example/card.jpg', width: 1200, height: 630, alt: 'A map' },
  },
  poll: {
    choices: [
      { label: 'I will look', votes: 750 },
      { label: 'I will sleep', votes: 250 },
    ],
    endsAt: '2022-03-06T14:02:31.000Z',
    final: true,
  },
  place: 'Lisbon, Portugal',
  edits: { ids: ['x:1500127395262201800', 'x:1500127395262201857'], edited: true },
  communityNote: {
    text: 'The pass is at 21:04.\nSee example.org/note',
    links: [{ range: [26, 42], url: 'https://example.org/note' }],
  },
  sourceLabel: 'Orbit Poster',
  counts: { likes: 12_431, replies: 1, reposts: 204, quotes: null, views: 1_530_221, asOf: '2022-03-07T09:30:00.000Z' },
});

function asset(name: string, width: number, height: number): Asset {
  const isVideo = name.endsWith('.mp4');
  return {
    src: `iss.media/${name}`,
    width: isVideo ? null : width,
    height: isVideo ? null : height,
    mediaType: isVideo ? 'video/mp4' : 'image/webp',
  };
}

/** Local bytes for all that {@link fullPost} shows. */
export const fullAssets: Readonly<Record<string, Asset>> = {
  'https://pbs.example/avatar.jpg': asset('avatar.webp', 96, 96),
  'https://pbs.example/badge.png': asset('badge.webp', 36, 36),
  'https://pbs.example/1.jpg': asset('1.webp', 1100, 619),
  'https://pbs.example/2.jpg': asset('2.webp', 900, 900),
  'https://pbs.example/poster.jpg': asset('poster.webp', 1100, 619),
  'https://pbs.example/gif.jpg': asset('gif.webp', 480, 270),
  'https://pbs.example/card.jpg': asset('card.webp', 1100, 578),
  'https://video.example/v.mp4': {
    ...asset('v.mp4', 0, 0),
    captions: [{ src: 'iss.media/v.vtt', language: 'en' }],
  },
  'https://video.example/g.mp4': asset('g.mp4', 0, 0),
};
