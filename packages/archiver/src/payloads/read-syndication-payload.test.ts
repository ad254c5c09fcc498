import { describe, expect, it } from 'vitest';
import { diagnosePayload, readLivePost, readPayload, readAt } from '../../test/read-payload.ts';
import { tombstone, tweetResult, user } from '../../test/tweet-result.ts';

describe('a post', () => {
  it('is read whole', () => {
    expect(readPayload(tweetResult())).toEqual({
      kind: 'live',
      diagnostics: [],
      post: {
        id: 'x:1500127395262201857',
        url: 'https://x.com/ada_example/status/1500127395262201857',
        author: {
          handle: 'ada_example',
          name: 'Ada Example',
          id: '12345',
          avatar: 'https://pbs.twimg.com/profile_images/1/face_normal.jpg',
          avatarShape: 'circle',
          verification: null,
          affiliation: null,
          accountLabel: null,
        },
        createdAt: '2022-03-05T15:26:04.000Z',
        text: 'Hello, world',
        entities: [],
        lang: 'en',
        media: [],
        quote: null,
        parent: null,
        replyTo: null,
        repostOf: null,
        card: null,
        poll: null,
        place: null,
        edits: { ids: ['x:1500127395262201857'], edited: false },
        communityNote: null,
        sensitive: false,
        withheld: null,
        sourceLabel: null,
        truncated: false,
        counts: { likes: 7, replies: 2, reposts: null, quotes: null, views: null, asOf: readAt },
      },
    });
  });

  it.each([
    ['2022-03-05T15:26:04.000Z', '2022-03-05T15:26:04.000Z'],
    ['Sat Mar 05 15:26:04 +0000 2022', '2022-03-05T15:26:04.000Z'],
    ['Sat Mar 05 17:26:04 +0200 2022', '2022-03-05T15:26:04.000Z'],
    ['2022-03-05 15:26', '2022-03-05T15:13:36.706Z'],
    ['yesterday', '2022-03-05T15:13:36.706Z'],
  ])('made at %j; what says no time is made up for by the id', (created, time) => {
    expect(readLivePost(tweetResult({ created_at: created })).createdAt).toBe(time);
  });

  it.each([
    ['en', 'en'],
    ['iw', 'he'],
    ['pt-BR', 'pt-BR'],
    ['zh-cn', 'zh-CN'],
    ['und', null],
    ['zxx', null],
    ['qme', null],
    ['not a language', null],
  ])('in %j is in %j', (code, lang) => {
    expect(readLivePost(tweetResult({ lang: code })).lang).toBe(lang);
  });

  it('may be a reply, edited, sensitive, from somewhere, and only the beginning of a long one', () => {
    const post = readLivePost(
      tweetResult({
        in_reply_to_screen_name: 'bob',
        in_reply_to_status_id_str: '1500000000000000000',
        edit_control: { edit_tweet_ids: ['1500127395262201850', '1500127395262201857', 'x', '~a'] },
        isEdited: true,
        possibly_sensitive: true,
        place: { full_name: 'Paris, France' },
        source: '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
        note_tweet: { id: 'Tm90ZQ==' },
      }),
    );
    expect(post).toMatchObject({
      replyTo: { handle: 'bob', id: 'x:1500000000000000000' },
      edits: { ids: ['x:1500127395262201850', 'x:1500127395262201857'], edited: true },
      sensitive: true,
      place: 'Paris, France',
      sourceLabel: 'Twitter Web App',
      truncated: true,
    });
  });

  it.each([
    [{ is_blue_verified: true }, 'blue'],
    [{ verified: true }, 'legacy'],
    [{ is_blue_verified: true, verified_type: 'Business' }, 'business'],
    [{ verified_type: 'Government' }, 'government'],
    [{}, null],
  ])('by an author with %j is verified as %j', (fields, verification) => {
    expect(readLivePost(tweetResult({ user: { ...user, ...fields } })).author.verification).toBe(verification);
  });

  it('by an author of an organisation says so', () => {
    const label = {
      description: 'Agency & Co',
      badge: { url: 'https://pbs.twimg.com/profile_images/2/logo_bigger.jpg' },
      url: { url: 'https://twitter.com/agency', url_type: 'DeepLink' },
    };
    const { author } = readLivePost(
      tweetResult({ user: { ...user, profile_image_shape: 'Square', highlighted_label: label } }),
    );
    expect(author).toMatchObject({
      avatarShape: 'square',
      affiliation: { name: 'Agency & Co', url: 'https://twitter.com/agency', badge: label.badge.url },
    });
  });

  it.each([
    [
      { highlighted_label: { user_label_type: 'AutomatedLabel', description: 'Automated by @ada_example' } },
      { kind: 'automated', by: 'ada_example' },
    ],
    [{ highlighted_label: { userLabelType: 'AutomatedLabel' } }, { kind: 'automated', by: null }],
    [{ parody_commentary_fan_label: 'Parody' }, { kind: 'parody', by: null }],
    [{ parody_commentary_fan_label: 'None' }, null],
  ])('by an author with %j is labelled as %j', (fields, accountLabel) => {
    const { author } = readLivePost(tweetResult({ user: { ...user, ...fields } }));
    expect(author).toMatchObject({ accountLabel, affiliation: null });
  });

  it('whose author’s handle could not be one has none (safe)', () => {
    const payload = tweetResult({ user: { ...user, screen_name: '../../etc/passwd' } });
    expect(readLivePost(payload)).toMatchObject({
      author: { handle: '' },
      url: 'https://x.com/i/status/1500127395262201857',
    });
    expect(diagnosePayload(payload)).toEqual([{ path: 'user.screen_name', problem: 'surprising' }]);
  });
});

describe('a post within a post', () => {
  it('is read like any other', () => {
    const quoted = { ...tweetResult({ id_str: '20', text: 'just', display_text_range: [0, 4] }), reply_count: 5 };
    const post = readLivePost(
      tweetResult({ quoted_tweet: quoted, parent: { ...quoted, conversation_count: undefined } }),
    );
    expect(post.quote).toMatchObject({ type: 'post', post: { id: 'x:20', text: 'just', counts: { replies: 2 } } });
    expect(post.parent).toMatchObject({ type: 'post', post: { id: 'x:20', counts: { replies: 5 } } });
  });

  it('may answer one that answers another', () => {
    const first = tweetResult({ id_str: '20' });
    const second = tweetResult({ id_str: '21', parent: first });
    expect(readLivePost(tweetResult({ parent: second })).parent).toMatchObject({
      post: { id: 'x:21', parent: { type: 'post', post: { id: 'x:20', parent: null } } },
    });
  });

  it('may be a tombstone', () => {
    const notice = 'This Post was deleted by the Post author. Learn more';
    expect(readLivePost(tweetResult({ quoted_tweet: tombstone(notice) })).quote).toEqual({
      type: 'tombstone',
      id: null,
      text: notice,
    });
  });

  it('that is none is named', () => {
    const payload = tweetResult({ quoted_tweet: { text: 'no id' }, parent: 'x' });
    expect(readLivePost(payload)).toMatchObject({ quote: null, parent: null });
    expect(diagnosePayload(payload).map(({ path }) => path)).toEqual(['quoted_tweet.id_str', 'quoted_tweet', 'parent']);
  });
});

describe('what is no post', () => {
  it.each([
    ['This Post was deleted by the Post author. Learn more', 'deleted'],
    ['This Tweet was deleted.', 'deleted'],
    ['This Post is from a suspended account. Learn more', 'suspended'],
    ['This account has been suspended.', 'suspended'],
    [
      'You’re unable to view this Post because this account owner limits who can view their Posts. Learn more',
      'protected',
    ],
    [
      'Age-restricted adult content. This content might not be appropriate for people under 18 years old.',
      'age-restricted',
    ],
    ['This Post from @ada has been withheld in Germany in response to a legal demand.', 'withheld'],
    ['This Post is from an account that no longer exists. Learn more', 'unavailable'],
    ['This Post is unavailable. Learn more', 'unavailable'],
    ['This Post violated the X Rules. Learn more', 'unavailable'],
    ['Dieser Post wurde gelöscht.', 'unavailable'],
    ['', 'unavailable'],
  ])('the notice %j means %s', (text, state) => {
    expect(readPayload(tombstone(text))).toEqual({ kind: 'tombstone', state, text, diagnostics: [] });
  });

  it('a tombstone without a notice is one', () => {
    expect(readPayload({ __typename: 'TweetTombstone', tombstone: {} })).toMatchObject({
      kind: 'tombstone',
      state: 'unavailable',
      diagnostics: [{ path: 'tombstone', problem: 'surprising' }],
    });
  });

  it('an empty object is empty', () => {
    expect(readPayload({})).toEqual({ kind: 'empty', diagnostics: [] });
  });

  it.each([null, 1, 'x', [], [tweetResult()], undefined])('%j is unreadable', (payload) => {
    expect(readPayload(payload)).toMatchObject({ kind: 'unreadable' });
  });

  it.each([
    { error: 'x' },
    { __typename: 'Tweet' },
    tweetResult({ id_str: 2 ** 60 }),
    tweetResult({ id_str: '../20' }),
    tweetResult({ id_str: '~a' }),
  ])('a payload without an id is unreadable: %j', (payload) => {
    expect(readPayload(payload)).toMatchObject({ kind: 'unreadable', reason: 'the payload names no post' });
  });
});
