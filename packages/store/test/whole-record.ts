import type { Post } from '@embalm/post';
import type { SnapshotRecord } from '../src/index.ts';

/** A type with every optional key asked for: a new field of a record is not forgotten here, nor then in the schema. */
type Whole<T> = T extends readonly (infer Item)[]
  ? readonly Whole<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]-?: Whole<T[Key]> }
    : T;

const digest = 'ab'.repeat(32);
const at = '2026-11-22T10:00:00.000Z';
const visual = { width: 1200, height: 800, alt: 'a picture' };
const variants = [{ url: 'https://example.org/a.mp4', mediaType: 'video/mp4', bitrate: 950_000 }];

/** Texts are empty and ranges have no length, so that a test may put any other text in their place. */
const inner: Whole<Post> = {
  id: 'x:19',
  url: 'https://x.com/a/status/19',
  author: {
    handle: 'a',
    name: 'A',
    id: '12',
    avatar: 'https://example.org/a.png',
    avatarShape: 'circle',
    verification: 'blue',
    affiliation: { name: 'B', url: 'https://example.org', badge: 'https://example.org/b.png' },
    accountLabel: { kind: 'automated', by: 'c' },
  },
  createdAt: '2022-03-05T15:13:36.706Z',
  text: '',
  entities: [
    { type: 'hashtag', range: [0, 0], tag: 'a' },
    { type: 'cashtag', range: [0, 0], symbol: 'A' },
    { type: 'mention', range: [0, 0], handle: 'b', name: 'B' },
    { type: 'link', range: [0, 0], url: 'https://nasa.gov/', display: 'nasa.gov', short: 'https://t.co/a' },
  ],
  lang: 'en',
  media: [
    { type: 'photo', url: 'https://example.org/a.jpg', ...visual },
    { type: 'video', poster: 'https://example.org/p.jpg', durationMs: 12.5, variants, ...visual },
    { type: 'animated-gif', poster: 'https://example.org/p.jpg', variants, ...visual },
  ],
  quote: { type: 'tombstone', id: 'x:18', text: 'This Post was deleted by the Post author.' },
  parent: null,
  replyTo: { handle: 'b', id: 'x:17' },
  repostOf: { type: 'tombstone', id: 'x:16', text: '' },
  card: {
    kind: 'summary',
    url: 'https://nasa.gov/',
    title: 'NASA',
    description: 'A description',
    site: 'nasa.gov',
    image: { url: 'https://example.org/c.jpg', ...visual },
  },
  poll: { choices: [{ label: 'yes', votes: 3 }], endsAt: at, final: true },
  place: 'Houston',
  edits: { ids: ['x:19'], edited: false },
  communityNote: { text: '', links: [{ range: [0, 0], url: 'https://example.org' }] },
  withheld: { countries: ['DE'], copyright: false, scope: 'post' },
  sensitive: false,
  sourceLabel: 'Twitter Web App',
  truncated: false,
  counts: { likes: 1, replies: 2, reposts: 3, quotes: 4, views: 5, asOf: at },
};

const observation = { state: 'live', source: 'x-embed', at, reason: 'a notice' } as const;
const blob = { sha256: digest, bytes: 12 };

/** A record in which every key of its type has a value. */
export const wholeRecord: Whole<SnapshotRecord> = {
  format: 'embalm-record',
  version: 1,
  post: 'x:20',
  n: 2,
  prev: digest,
  capturedAt: at,
  knownAs: ['https://t.co/a'],
  observation,
  answers: [observation],
  source: 'x-embed',
  content: { ...inner, id: 'x:20', parent: { type: 'post', post: inner } },
  page: {
    url: 'https://news.example/iss',
    canonicalUrl: 'https://news.example/iss',
    title: 'A title',
    siteName: 'News',
    byline: 'Ann',
    publishedAt: '2022-03-05T14:08+01:00',
    modifiedAt: '2022-03-06',
    description: 'A description',
    lang: 'en',
    text: 'text',
    truncated: false,
    posts: [{ post: 'x:20', kind: 'embed', handle: 'a', date: '2022-03-05', links: ['https://t.co/a'] }],
  },
  memento: { url: 'https://web.archive.org/web/1id_/https://x.com/', original: 'https://x.com/', at },
  identified: { by: 'wayback-search', confidence: 0.9 },
  imported: { file: 'posts.wacz', sha256: 'a'.repeat(64), at },
  claim: {
    article: 'news.txt',
    handle: 'a',
    name: 'A',
    date: '2022-03-05T14:08+01:00',
    text: 'text',
    links: ['https://t.co/a'],
    lang: 'en',
  },
  mismatches: [{ field: 'text', claimed: 'a', found: 'b', similarity: 0.5 }],
  missing: [{ url: 'https://example.org/b.jpg', reason: 'HTTP 404' }],
  diagnostics: [{ source: 'x-embed', path: 'user.verified_type', problem: 'surprising' }],
  exchanges: [
    {
      url: 'https://example.org/a',
      method: 'GET',
      by: 'browser',
      startedAt: at,
      durationMs: 12.5,
      protocol: 'h2',
      remoteAddress: '192.0.2.1:443',
      request: { head: 'GET /a HTTP/1.1\r\n', headSource: 'synthesised', body: blob },
      response: { status: 200, head: 'HTTP/1.1 200 OK\r\n', headSource: 'verbatim', body: blob, truncated: 'length' },
      failure: 'the connection was closed',
    },
  ],
  files: {
    'media/1.jpg': {
      ...blob,
      mediaType: 'image/jpeg',
      role: 'photo',
      of: 'https://example.org/a.jpg',
      from: 'https://example.org/a.jpg?name=orig',
      rung: 'orig',
      width: 1200,
      height: 800,
    },
  },
  software: { name: 'embalm', version: '0.1.0', browser: 'HeadlessChrome/156.0.8078.73' },
};
