import { parsePost, type Post } from '@embalm/post';
import { describe, expect, it } from 'vitest';
import { v1Post, vxtwitterAnswer } from '../../test/payloads/one-post.ts';
import { readAt as at } from '../../test/read-payload.ts';
import type { PayloadReading } from './payload-reading.ts';
import { readV1Payload } from './read-v1-payload.ts';
import { readVxtwitterPayload } from './read-vxtwitter-payload.ts';

function postOf(reading: PayloadReading): Post {
  if (reading.kind !== 'live') throw new Error(`Expected a post, got ${JSON.stringify(reading)}`);
  expect(reading.diagnostics).toEqual([]);
  return parsePost(reading.post);
}

function read(fields: object): Post {
  return postOf(readVxtwitterPayload({ ...vxtwitterAnswer, ...fields }, { at }));
}

describe('an answer of VxTwitter', () => {
  it('tells of a post, its media and its counts, with links that are expanded', () => {
    const { createdAt, url, media, replyTo, lang, sensitive } = postOf(readV1Payload(v1Post, { at }));
    expect(read({})).toMatchObject({
      createdAt,
      url,
      media,
      replyTo,
      lang,
      sensitive,
      author: { handle: 'ada_example', name: 'Ada Example', avatar: expect.stringContaining('face_normal') as string },
      text: 'Tom & Jerry 🚀 #ISS $TSLA @NASA https://nasa.example/iss',
      entities: [],
      counts: { likes: 7, reposts: 3, replies: 2, quotes: null, views: null, asOf: at },
    });
  });

  it('tells of the best file of a video, a quote, a poll, an article, a note of readers', () => {
    const video = { type: 'video', url: 'https://video.twimg.com/a.mp4', thumbnail_url: 'https://pbs.twimg.com/a.jpg' };
    const post = read({
      media_extended: [
        { ...video, size: { width: 1280, height: 720 }, duration_millis: 12_345, altText: null },
        { ...video, type: 'gif', duration_millis: 0 },
      ],
      qrt: { ...vxtwitterAnswer, tweetID: '20' },
      pollData: { options: [{ name: 'Yes', votes: 3, percent: 100 }] },
      article: { title: 'On cats', preview_text: 'Cats are', image: 'https://pbs.twimg.com/c.jpg' },
      communityNote: 'Mice, too',
    });
    expect(post).toMatchObject({
      media: [
        { type: 'video', durationMs: 12_345, width: 1280, variants: [{ url: video.url, mediaType: 'video/mp4' }] },
        { type: 'animated-gif', width: null },
      ],
      quote: { type: 'post', post: { id: 'x:20' } },
      poll: { choices: [{ label: 'Yes', votes: 3 }], endsAt: null },
      card: { kind: 'article', title: 'On cats' },
      communityNote: { text: 'Mice, too', links: [] },
    });
    expect(read({ pollData: {} }).poll).toBeNull();
  });

  it.each([[{}], [{ error: 'Tweet not found' }], [[]], [null]])('%j names no post', (payload) => {
    expect(readVxtwitterPayload(payload, { at }).kind).toBe('unreadable');
  });
});
