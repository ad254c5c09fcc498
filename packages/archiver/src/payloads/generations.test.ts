import { parsePost, type Post } from '@embalm/post';
import { describe, expect, it } from 'vitest';
import {
  graphqlAnswer,
  graphqlPost,
  legacyPage,
  oembedAnswer,
  v1Post,
  v2Answer,
} from '../../test/payloads/one-post.ts';
import { readAt as at } from '../../test/read-payload.ts';
import type { PayloadReading } from './payload-reading.ts';
import { readGraphqlPayload } from './read-graphql-payload.ts';
import { readPage } from './read-page.ts';
import { readOembedPayload } from './read-oembed-payload.ts';
import { readV1Payload } from './read-v1-payload.ts';
import { readV2Payload } from './read-v2-payload.ts';
import { readXExportPayload } from './read-x-export-payload.ts';

const { user: _user, ...exported } = v1Post;
const author = {
  handle: 'ada_example',
  name: 'Ada Example',
  id: '12345',
  avatar: 'https://pbs.twimg.com/profile_images/1/face_normal.jpg',
  avatarShape: 'circle',
  verification: null,
  affiliation: null,
  accountLabel: null,
} as const;

function postOf(reading: PayloadReading): Post {
  if (reading.kind !== 'live') throw new Error(`Expected a post, got ${JSON.stringify(reading)}`);
  expect(reading.diagnostics).toEqual([]);
  return parsePost(reading.post);
}

const whole = [
  ['v1.1', readV1Payload(v1Post, { at })],
  ['a list of v1.1', readV1Payload([v1Post], { at, post: 'x:1500127395262201857' })],
  ['GraphQL with an old user', readGraphqlPayload(graphqlAnswer(graphqlPost('old')), { at })],
  ['GraphQL with a new user', readGraphqlPayload(graphqlAnswer(graphqlPost('new')), { at })],
  ['v2', readV2Payload(v2Answer, { at })],
  ['an export', readXExportPayload({ tweet: exported }, { at, author })],
] as const;

describe('the same post in every generation', () => {
  it.each(whole)('is the same in %s', (_, reading) => {
    const post = postOf(reading);
    expect(post).toMatchObject({
      id: 'x:1500127395262201857',
      url: 'https://x.com/ada_example/status/1500127395262201857',
      author,
      createdAt: '2022-03-05T15:13:36.000Z',
      text: 'Tom & Jerry 🚀 #ISS $TSLA @NASA https://t.co/aaaaaaaaaa',
      lang: 'en',
      media: [
        {
          type: 'photo',
          url: 'https://pbs.twimg.com/media/KEY.jpg',
          width: 1200,
          height: 800,
          alt: 'A cat and a mouse.',
        },
      ],
      replyTo: { handle: 'grace_example', id: 'x:1500127000000000000' },
      place: 'Brno, Czech Republic',
      sensitive: true,
      sourceLabel: 'Twitter Web App',
      truncated: false,
      counts: { likes: 7, reposts: 3, replies: 2, quotes: 1, asOf: at },
    });
    expect(post.entities.map(({ type, range }) => [type, post.text.slice(...range)])).toEqual([
      ['hashtag', '#ISS'],
      ['cashtag', '$TSLA'],
      ['mention', '@NASA'],
      ['link', 'https://t.co/aaaaaaaaaa'],
    ]);
    expect(post.entities.at(-1)).toMatchObject({
      url: 'https://nasa.example/iss',
      display: 'nasa.example/iss',
      short: 'https://t.co/aaaaaaaaaa',
    });
  });

  it('is the same on its old page, as far as that tells', () => {
    const [[, v1]] = whole;
    const post = postOf(readPage(legacyPage, { at, post: 'x:1500127395262201857' })[0]);
    const { text, lang, url, author: by } = postOf(v1);
    expect(post).toMatchObject({ text, lang, url, author: by, counts: { likes: 7, reposts: 3, replies: null } });
    expect(post.media).toMatchObject([{ type: 'photo', url: 'https://pbs.twimg.com/media/KEY.jpg', width: null }]);
    expect(post.entities.map(({ type }) => type)).toEqual(['hashtag', 'cashtag', 'mention', 'link']);
    expect(post.entities.at(-1)).toEqual(postOf(v1).entities.at(-1));
  });

  it('is the same in oEmbed, which knows neither its media nor where its links lead', () => {
    const [[, v1]] = whole;
    const post = postOf(readOembedPayload(oembedAnswer));
    const { text, lang, url } = postOf(v1);
    expect(post).toMatchObject({ text, lang, url, author: { handle: 'ada_example', name: 'Ada Example', id: null } });
    expect(post).toMatchObject({ media: [], counts: null, createdAt: '2022-03-05T15:13:36.706Z' });
    expect(post.entities.map(({ type }) => type)).toEqual(['hashtag', 'cashtag', 'mention', 'link']);
  });
});
