import { parsePost, type Post } from '@embalm/post';
import { describe, expect, it } from 'vitest';
import { fxtwitterAnswer, fxtwitterStatus, v1Post } from '../../test/payloads/one-post.ts';
import { readAt as at } from '../../test/read-payload.ts';
import type { PayloadReading } from './payload-reading.ts';
import { readFxtwitterPayload } from './read-fxtwitter-payload.ts';
import { readV1Payload } from './read-v1-payload.ts';

function read(payload: unknown): PayloadReading {
  return readFxtwitterPayload(payload, { at });
}

function postOf(reading: PayloadReading): Post {
  if (reading.kind !== 'live') throw new Error(`Expected a post, got ${JSON.stringify(reading)}`);
  expect(reading.diagnostics).toEqual([]);
  return parsePost(reading.post);
}

describe('an answer of FxTwitter', () => {
  it('tells of a post as X does, but for its place, its edits, and the names of those it mentions', () => {
    const { counts, entities, ...own } = postOf(readV1Payload(v1Post, { at }));
    const post = postOf(read(fxtwitterAnswer()));
    expect(post).toMatchObject({ ...own, place: null });
    expect(post.counts).toEqual({ ...counts, views: 99 });
    const nameless = JSON.stringify(entities).replace('"name":"NASA"', '"name":null');
    expect(post.entities).toEqual(JSON.parse(nameless));
  });

  it('may be of the first version of its API', () => {
    const { reposts, replying_to: _, ...fields } = fxtwitterStatus;
    const tweet = {
      ...fields,
      retweets: reposts,
      replying_to: 'grace_example',
      replying_to_status: '1500127000000000000',
    };
    expect(postOf(read({ code: 200, message: 'OK', tweet }))).toEqual(postOf(read(fxtwitterAnswer())));
  });

  it('may come without the text as it was written', () => {
    const { raw_text: _, ...status } = fxtwitterStatus;
    const reading = postOf(read({ code: 200, message: 'OK', status }));
    expect(reading).toMatchObject({ text: status['text'], entities: [] });
  });

  it('tells of videos, and leaves out the picture that it put together itself', () => {
    const media = {
      all: [
        {
          type: 'video',
          url: 'https://video.twimg.com/a/720.mp4',
          thumbnail_url: 'https://pbs.twimg.com/a.jpg',
          width: 1280,
          height: 720,
          duration: 12.345,
          formats: [
            { container: 'm3u8', url: 'https://video.twimg.com/a/pl.m3u8' },
            { container: 'mp4', codec: 'h264', bitrate: 2_176_000, url: 'https://video.twimg.com/a/720.mp4' },
          ],
        },
        { type: 'gif', url: 'https://video.twimg.com/b.mp4', width: 10, height: 10, duration: 0, formats: [] },
        { type: 'mosaic_photo', url: 'https://mosaic.example/1', width: 1, height: 1 },
      ],
    };
    expect(postOf(read(fxtwitterAnswer({ media }))).media).toMatchObject([
      {
        type: 'video',
        durationMs: 12_345,
        poster: 'https://pbs.twimg.com/a.jpg',
        variants: [
          { mediaType: 'application/x-mpegURL', bitrate: null },
          { mediaType: 'video/mp4', bitrate: 2_176_000 },
        ],
      },
      { type: 'animated-gif', variants: [{ url: 'https://video.twimg.com/b.mp4', mediaType: 'video/mp4' }] },
    ]);
  });

  it('tells of a quote, a poll, a card, a note of readers', () => {
    const quote = { ...fxtwitterStatus, id: '20', text: 'Quoted' };
    const post = postOf(
      read(
        fxtwitterAnswer({
          quote,
          poll: {
            choices: [{ label: 'Yes', count: 3, percentage: 100 }],
            total_votes: 3,
            ends_at: '2022-03-06T15:13:36Z',
          },
          card: { url: 'https://nasa.example/iss', title: 'ISS', domain: 'nasa.example', card_name: 'summary' },
          community_note: {
            text: 'See nasa.example',
            facets: [{ type: 'url', indices: [4, 16], replacement: 'https://nasa.example' }],
          },
        }),
      ),
    );
    expect(post).toMatchObject({
      quote: { type: 'post', post: { id: 'x:20' } },
      poll: { choices: [{ label: 'Yes', votes: 3 }], endsAt: '2022-03-06T15:13:36.000Z', final: true },
      card: { kind: 'summary', title: 'ISS', site: 'nasa.example' },
      communityNote: { links: [{ range: [4, 16], url: 'https://nasa.example' }] },
    });
  });

  it('shows the notice in the place of a quote', () => {
    const quote = {
      type: 'tombstone',
      reason: 'suspended',
      message: 'This post is from a suspended account',
      id: '20',
    };
    expect(postOf(read(fxtwitterAnswer({ quote }))).quote).toEqual({
      type: 'tombstone',
      id: 'x:20',
      text: quote.message,
    });
  });

  it.each([
    ['deleted', 'deleted'],
    ['suspended', 'suspended'],
    ['private', 'protected'],
    ['blocked', 'unavailable'],
    ['unavailable', 'unavailable'],
    ['something new', 'unavailable'],
  ])('says %s of a post that is %s', (reason, state) => {
    const status = { type: 'tombstone', provider: 'twitter', reason, message: 'A word' };
    expect(read({ code: 404, message: 'NOT_FOUND', status })).toMatchObject({
      kind: 'tombstone',
      state,
      text: 'A word',
    });
  });

  it.each([
    [
      { code: 401, message: 'PRIVATE_TWEET', tweet: null },
      { kind: 'tombstone', state: 'protected', text: 'PRIVATE_TWEET' },
    ],
    [
      { code: 404, message: 'NOT_FOUND' },
      { kind: 'tombstone', state: 'unavailable', text: 'NOT_FOUND' },
    ],
    [
      { code: 404, status: null, thread: null },
      { kind: 'tombstone', state: 'unavailable', text: 'NOT_FOUND' },
    ],
    [
      { code: 500, message: 'API_FAIL' },
      { kind: 'unreadable', reason: 'API_FAIL' },
    ],
    [{}, { kind: 'unreadable' }],
    [[], { kind: 'unreadable' }],
    [null, { kind: 'unreadable' }],
  ])('%j is %o', (payload, expected) => {
    expect(read(payload)).toMatchObject(expected);
  });
});
