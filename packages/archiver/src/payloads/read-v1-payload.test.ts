import { describe, expect, it } from 'vitest';
import { v1Post } from '../../test/payloads/one-post.ts';
import { readAt as at } from '../../test/read-payload.ts';
import { readV1Payload } from './read-v1-payload.ts';

const plain = {
  id_str: '1500127395262201857',
  created_at: 'Sat Mar 05 15:13:36 +0000 2022',
  text: 'Hello',
  entities: { hashtags: [], urls: [], user_mentions: [], symbols: [] },
  user: v1Post['user'],
};
const quoted = { ...plain, id_str: '1499749541795069957', text: 'The quoted one' };

function read(fields: object): unknown {
  const reading = readV1Payload({ ...plain, ...fields }, { at });
  return reading.kind === 'live' ? reading.post : reading;
}

describe('a post of v1.1', () => {
  it('says all of an extended text', () => {
    const extended = { full_text: 'Hello, whole world', display_text_range: [0, 18], entities: {} };
    expect(read({ text: 'Hello, who…', truncated: true, extended_tweet: extended })).toMatchObject({
      text: 'Hello, whole world',
      truncated: false,
    });
  });

  it('says that its text is cut, without the link to the rest', () => {
    const link = {
      url: 'https://t.co/wwwwwwwwww',
      expanded_url: 'https://twitter.com/i/web/status/1500127395262201857',
      indices: [7, 30],
    };
    const text = 'Hello… https://t.co/wwwwwwwwww';
    const entities = { hashtags: [], urls: [link], user_mentions: [] };
    expect(read({ text, truncated: true, display_text_range: [0, 30], entities })).toMatchObject({
      text: 'Hello…',
      truncated: true,
    });
    expect(read({ text, truncated: true, entities })).toMatchObject({ text: 'Hello…', truncated: true });
  });

  it('shows the post it quotes, not the link to it', () => {
    const url = 'https://t.co/qqqqqqqqqq';
    const link = { url, expanded_url: 'https://twitter.com/ada_example/status/1499749541795069957', indices: [6, 29] };
    const post = read({
      text: `Hello ${url}`,
      quoted_status_id_str: '1499749541795069957',
      quoted_status: quoted,
      entities: { ...plain.entities, urls: [link] },
    });
    expect(post).toMatchObject({ text: 'Hello', quote: { type: 'post', post: { text: 'The quoted one' } } });
  });

  it('keeps the link to a quoted post that is not there', () => {
    expect(read({ text: 'Hello https://t.co/qqqqqqqqqq', quoted_status_id_str: '20' })).toMatchObject({
      text: 'Hello https://t.co/qqqqqqqqqq',
      quote: null,
    });
  });

  it('says all of a post it passes on, whose own text is cut', () => {
    const whole = { ...quoted, text: 'See #ISS', entities: { hashtags: [{ text: 'ISS', indices: [4, 8] }] } };
    const post = read({ text: 'RT @ada_example: See…', retweeted_status: whole });
    expect(post).toMatchObject({
      text: 'RT @ada_example: See #ISS',
      entities: [
        { type: 'mention', range: [3, 15] },
        { type: 'hashtag', range: [21, 25], tag: 'ISS' },
      ],
      quote: null,
      repostOf: { type: 'post', post: { id: 'x:1499749541795069957' } },
      media: [],
    });
  });

  it('has no entity where an index does not fit', () => {
    const reading = readV1Payload(
      { ...plain, text: 'Hel…', entities: { hashtags: [{ text: 'lo', indices: [3, 9] }] } },
      { at },
    );
    expect(reading).toMatchObject({
      post: { text: 'Hel…', entities: [] },
      diagnostics: [{ path: 'entities.hashtags[0]', problem: 'surprising' }],
    });
  });

  it('is found among others', () => {
    const payload = { statuses: [quoted, plain] };
    expect(readV1Payload(payload, { at, post: 'x:1500127395262201857' })).toMatchObject({ post: { text: 'Hello' } });
    expect(readV1Payload(payload, { at, post: 'x:20' })).toMatchObject({ kind: 'unreadable' });
  });
});

describe('an error of v1.1', () => {
  it.each([
    [34, 'Sorry, that page does not exist.', 'unavailable'],
    [144, 'No status found with that ID.', 'unavailable'],
    [421, 'This Tweet is no longer available.', 'unavailable'],
    [422, 'This Tweet is no longer available because it violated the Twitter Rules.', 'unavailable'],
    [63, 'User has been suspended.', 'suspended'],
    [179, 'Sorry, you are not authorized to see this status.', 'protected'],
  ])('%i is %s: %s', (code, message, state) => {
    expect(readV1Payload({ errors: [{ code, message }] }, { at })).toMatchObject({
      kind: 'tombstone',
      state,
      text: message,
    });
  });

  it('that is about the request says nothing of the post', () => {
    expect(readV1Payload({ errors: [{ code: 88, message: 'Rate limit exceeded' }] }, { at })).toMatchObject({
      kind: 'unreadable',
      reason: 'Rate limit exceeded',
    });
  });
});
