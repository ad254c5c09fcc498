import { describe, expect, it } from 'vitest';
import { v2Answer } from '../../test/payloads/one-post.ts';
import { readAt as at } from '../../test/read-payload.ts';
import { readV2Payload } from './read-v2-payload.ts';

const user = { id: '1', username: 'ada', name: 'Ada' };

describe('a post of v2', () => {
  it('may say nothing but its text', () => {
    const data = { id: '1500127395262201857', text: 'Hello &amp; bye' };
    expect(readV2Payload({ data }, { at })).toMatchObject({
      kind: 'live',
      post: { text: 'Hello & bye', createdAt: '2022-03-05T15:13:36.706Z', author: { handle: '' }, counts: null },
      diagnostics: [{ path: 'data.author', problem: 'missing' }],
    });
  });

  it('is found among others, and quotes and answers them', () => {
    const link = { url: 'https://t.co/q', expanded_url: 'https://twitter.com/ada/status/20', start: 6, end: 20 };
    const data = [
      { id: '20', text: 'quoted', author_id: '1' },
      {
        id: '30',
        text: 'Hello https://t.co/q',
        author_id: '1',
        entities: { urls: [link] },
        referenced_tweets: [
          { type: 'quoted', id: '20' },
          { type: 'replied_to', id: '10' },
        ],
      },
    ];
    const includes = { users: [user], tweets: [{ id: '10', text: 'asked', author_id: '1' }] };
    expect(readV2Payload({ data, includes }, { at, post: 'x:30' })).toMatchObject({
      post: {
        text: 'Hello',
        quote: { type: 'post', post: { id: 'x:20', text: 'quoted' } },
        parent: { type: 'post', post: { id: 'x:10' } },
        replyTo: { handle: 'ada', id: 'x:10' },
      },
    });
    expect(readV2Payload({ data, includes }, { at, post: 'x:31' })).toMatchObject({ kind: 'unreadable' });
  });

  it('says all of a post it passes on', () => {
    const data = {
      id: '30',
      text: 'RT @ada: Hel…',
      author_id: '1',
      referenced_tweets: [{ type: 'retweeted', id: '20' }],
    };
    const tweets = [{ id: '20', text: 'Hello', author_id: '2' }];
    expect(readV2Payload({ data, includes: { users: [user], tweets } }, { at })).toMatchObject({
      post: { text: 'RT @ada: Hello', quote: null, repostOf: { type: 'post', post: { id: 'x:20' } } },
    });
  });

  it('may refer to itself without end (safe)', () => {
    const data = { id: '30', text: 'x', author_id: '1', referenced_tweets: [{ type: 'quoted', id: '30' }] };
    expect(readV2Payload({ data, includes: { users: [user] } }, { at })).toMatchObject({ kind: 'live' });
  });

  it('has videos, polls and the whole of a long text', () => {
    const data = {
      id: '30',
      text: 'Lo…',
      note_tweet: { text: 'Long', entities: {} },
      author_id: '1',
      attachments: { media_keys: ['7_1', '7_2'], poll_ids: ['p'] },
    };
    const includes = {
      users: [user],
      media: [
        {
          media_key: '7_1',
          type: 'video',
          preview_image_url: 'https://pbs.twimg.com/p.jpg',
          duration_ms: 4000,
          width: 16,
          height: 9,
          variants: [{ bit_rate: 632000, content_type: 'video/mp4', url: 'https://video.twimg.com/v.mp4' }],
        },
      ],
      polls: [{ id: 'p', options: [{ label: 'Yes', votes: 1 }], voting_status: 'closed' }],
    };
    expect(readV2Payload({ data, includes }, { at })).toMatchObject({
      post: {
        text: 'Long',
        media: [{ type: 'video', durationMs: 4000, variants: [{ bitrate: 632000 }] }],
        poll: { choices: [{ label: 'Yes', votes: 1 }], final: true },
      },
      diagnostics: [{ path: 'data.attachments.media', problem: 'missing' }],
    });
  });

  it.each([
    ['Could not find tweet with id: [30].', 'unavailable'],
    ['Sorry, you are not authorized to see the Tweet with id: [30].', 'protected'],
    ['User has been suspended: [ada].', 'suspended'],
  ])('that is not there is told of by an error: %s', (detail, state) => {
    const errors = [{ resource_id: '30', title: 'Not Found Error', detail }];
    expect(readV2Payload({ errors }, { at, post: 'x:30' })).toMatchObject({ kind: 'tombstone', state, text: detail });
  });

  it('is the one that was asked for', () => {
    expect(readV2Payload(v2Answer, { at, post: 'x:20' })).toMatchObject({ kind: 'unreadable' });
  });
});
