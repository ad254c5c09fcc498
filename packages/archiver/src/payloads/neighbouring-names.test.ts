import { describe, expect, it } from 'vitest';
import { graphqlPost, legacyPage, v1Post, v2Answer } from '../../test/payloads/one-post.ts';
import { readAt as at, readLivePost } from '../../test/read-payload.ts';
import { tweetResult, user } from '../../test/tweet-result.ts';
import { nobody } from './parts/author.ts';
import type { PayloadReading } from './payload-reading.ts';
import { readGraphqlPayload } from './read-graphql-payload.ts';
import { readPage } from './read-page.ts';
import { readV1Payload } from './read-v1-payload.ts';
import { readV2Payload } from './read-v2-payload.ts';
import { readXExportPayload } from './read-x-export-payload.ts';

type Json = Readonly<Record<string, unknown>>;

function postOf(reading: PayloadReading): object {
  if (reading.kind !== 'live') throw new Error(`Expected a post, got ${JSON.stringify(reading)}`);
  return reading.post;
}

function renamed(payload: Json, from: string, to: string): Json {
  const { [from]: value, ...rest } = payload;
  return { ...rest, [to]: value };
}

const old = graphqlPost('old');
const legacyOf = (payload: Json): Json => payload['legacy'] as Json;
function verified(fields: Json): unknown {
  return readLivePost(tweetResult({ user: { ...user, ...fields } })).author.verification;
}

const author = { handle: 'ada_example', name: 'Ada Example', id: '12345' };

describe('a field under the name that another generation gives it', () => {
  it.each([
    ['id_str', 'rest_id'],
    ['id_str', 'id'],
    ['text', 'full_text'],
  ])('is read in tweet-result, and said: %s as %s', (from, to) => {
    const payload = renamed(tweetResult(), from, to);
    expect(readLivePost(payload)).toEqual(readLivePost(tweetResult()));
  });

  it.each([
    ['id_str', 'rest_id'],
    ['id_str', 'id'],
    ['full_text', 'text'],
  ])('is read in v1.1: %s as %s', (from, to) => {
    expect(postOf(readV1Payload(renamed(v1Post, from, to), { at }))).toEqual(postOf(readV1Payload(v1Post, { at })));
  });

  it.each([
    ['full_text', 'text'],
    ['id_str', 'rest_id'],
  ])('is read in the legacy part of GraphQL: %s as %s', (from, to) => {
    const payload = { ...old, legacy: renamed(legacyOf(old), from, to) };
    expect(postOf(readGraphqlPayload(payload, { at }))).toEqual(postOf(readGraphqlPayload(old, { at })));
  });

  it('is read beside `legacy` where there is none', () => {
    const { legacy, ...rest } = old;
    const reading = readGraphqlPayload({ ...rest, ...(legacy as Json) }, { at });
    expect(postOf(reading)).toEqual(postOf(readGraphqlPayload(old, { at })));
    expect(reading.diagnostics).toContainEqual({ path: 'legacy', problem: 'missing' });
  });

  it.each(['id_str', 'rest_id', 'id'])('is the id of a post of v2 as %s', (key) => {
    const payload = { ...v2Answer, data: renamed(v2Answer['data'] as Json, 'id', key) };
    expect(postOf(readV2Payload(payload.data, { at }))).toMatchObject({ id: 'x:1500127395262201857' });
  });
});

describe('an account whose parts stand half here, half there', () => {
  const names = { name: 'Ada Example', screen_name: 'ada_example' };
  const avatar = 'https://pbs.twimg.com/profile_images/1/face_normal.jpg';
  it.each([
    ['all in legacy', { rest_id: '12345', legacy: { ...names, profile_image_url_https: avatar } }],
    ['all in core', { rest_id: '12345', core: names, avatar: { image_url: avatar }, legacy: {} }],
    [
      'a core that has no names',
      { rest_id: '12345', core: { created_at: 'x' }, legacy: { ...names, profile_image_url_https: avatar } },
    ],
    [
      'names in core, the picture in legacy',
      { rest_id: '12345', core: names, legacy: { profile_image_url_https: avatar } },
    ],
    ['as v1.1 has it', { id_str: '12345', ...names, profile_image_url_https: avatar }],
    [
      'as v2 calls it',
      { id_str: '12345', core: { username: 'ada_example', name: 'Ada Example' }, avatar: { image_url: avatar } },
    ],
  ])('is read: %s', (_, result) => {
    const payload = graphqlPost('new', { core: { user_results: { result } } });
    expect(postOf(readGraphqlPayload(payload, { at }))).toMatchObject({ author: { ...author, avatar } });
    const older = graphqlPost('new', { core: { user_result: { result } } });
    expect(postOf(readGraphqlPayload(older, { at }))).toMatchObject({ author: { ...author, avatar } });
    expect(readLivePost(tweetResult({ user: result }))).toMatchObject({ author: { ...author, avatar } });
  });

  it('keeps its verification wherever that stands', () => {
    expect(verified({ verification: { verified_type: 'Government' } })).toBe('government');
    expect(verified({ legacy: { verified: true } })).toBe('legacy');
    expect(verified({ is_blue_verified: true })).toBe('blue');
  });
});

describe('numbers, switches and times in words', () => {
  it('are read as what they say', () => {
    const words = {
      favorite_count: '7',
      conversation_count: '2',
      display_text_range: ['0', '12'],
      possibly_sensitive: 'true',
      created_at: 'Sat Mar 05 15:26:04 +0000 2022',
    };
    const post = readLivePost(tweetResult(words));
    expect(post).toEqual({ ...readLivePost(tweetResult()), sensitive: true });
    const v1 = { ...v1Post, created_at: '2022-03-05T15:13:36.000Z', favorite_count: '7' };
    expect(postOf(readV1Payload(v1, { at }))).toEqual(postOf(readV1Payload(v1Post, { at })));
  });

  it('are named where they say nothing', () => {
    const reading = readV1Payload({ ...v1Post, favorite_count: 'many', created_at: 'last week' }, { at });
    expect(reading.diagnostics).toEqual([
      { path: 'created_at', problem: 'surprising' },
      { path: 'favorite_count', problem: 'surprising' },
    ]);
    expect(postOf(reading)).toMatchObject({
      createdAt: '2022-03-05T15:13:36.706Z',
      counts: { likes: null, reposts: 3 },
    });
  });
});

describe('a post in the place of which something else stands', () => {
  it.each([
    ['NsfwLoggedOut', 'age-restricted'],
    ['NsfwViewerHasNoStatedAge', 'age-restricted'],
    ['NsfwViewerIsUnderage', 'age-restricted'],
    ['Protected', 'protected'],
    ['Suspended', 'suspended'],
    ['BounceDeleted', 'deleted'],
    ['Unspecified', 'unavailable'],
  ])('is unavailable for a reason: %s is %s', (reason, state) => {
    const result = { __typename: 'TweetUnavailable', reason };
    expect(readGraphqlPayload({ data: { tweetResult: { result } } }, { at })).toMatchObject({
      kind: 'tombstone',
      state,
      text: reason,
    });
  });

  const words = 'This Post was deleted by the Post author. Learn more';
  it.each([
    ['a text within a text', { tombstone: { text: { text: words } } }],
    ['a text alone', { tombstone: { text: words } }],
    ['rich text', { tombstone: { richText: { text: words, entities: [] } } }],
    ['what time lines had', { tombstone: { tombstoneInfo: { richText: { text: words } } } }],
  ])('has a notice: %s', (_, notice) => {
    const result = { __typename: 'TweetTombstone', ...notice };
    expect(readGraphqlPayload({ data: { tweetResult: { result } } }, { at })).toMatchObject({
      kind: 'tombstone',
      state: 'deleted',
      text: words,
    });
    const post = graphqlPost('new', { quoted_status_result: { result } });
    expect(postOf(readGraphqlPayload(post, { at }))).toMatchObject({ quote: { type: 'tombstone', text: words } });
  });

  it('is shown to subscribers whole, to others by its beginning', () => {
    const { legacy, ...tweet } = old;
    const { full_text: text, created_at, favorite_count } = legacy as Json;
    const result = {
      __typename: 'TweetPreviewDisplay',
      tweet: { ...tweet, text, created_at, favorite_count },
      cta: { title: 'Subscribe' },
    };
    const post = postOf(readGraphqlPayload({ data: { tweetResult: { result } } }, { at }));
    expect(post).toMatchObject({ id: 'x:1500127395262201857', author, truncated: true, counts: { likes: 7 } });
  });

  it('is wrapped in what limits it, more than once', () => {
    const result = {
      __typename: 'TweetWithVisibilityResults',
      limitedActionResults: { limited_actions: [{ action: 'Reply' }] },
      tweet: { tweet: old },
    };
    expect(postOf(readGraphqlPayload({ data: { tweetResult: { result } } }, { at }))).toEqual(
      postOf(readGraphqlPayload(old, { at })),
    );
  });
});

describe('an export', () => {
  it('has the text of a long post beside it', () => {
    const long = `${'A long text. '.repeat(40)}#ISS @NASA https://t.co/aaaaaaaaaa`;
    const place = (part: string): Json => ({
      fromIndex: String(long.indexOf(part)),
      toIndex: String(long.indexOf(part) + part.length),
    });
    const noteTweet = {
      noteTweetId: '1',
      createdAt: '2022-03-05T15:13:36.000Z',
      core: {
        text: long,
        hashtags: [{ text: 'ISS', ...place('#ISS') }],
        mentions: [{ screenName: 'NASA', ...place('@NASA') }],
        cashtags: [],
        urls: [
          {
            shortUrl: 'https://t.co/aaaaaaaaaa',
            expandedUrl: 'https://nasa.example/',
            displayUrl: 'nasa.example',
            ...place('https://t.co/aaaaaaaaaa'),
          },
        ],
      },
    };
    const reading = readXExportPayload({ tweet: v1Post, noteTweet }, { at, author: nobody });
    expect(reading.diagnostics).toEqual([]);
    expect(postOf(reading)).toMatchObject({
      text: long,
      truncated: false,
      entities: [
        { type: 'hashtag', tag: 'ISS' },
        { type: 'mention', handle: 'NASA' },
        { type: 'link', url: 'https://nasa.example/' },
      ],
      media: [{ type: 'photo' }],
    });
  });
});

/** A page of 2009, but for its date. */
const page = (published: string): string => `<!DOCTYPE html><html lang="en"><body class="status" id="show">
    <div id="content"><div id="permalink"><div class="hentry status u-nasawatch" id="status_4712345678">
    <span class="status-body"><span class="entry-content">@<a class="tweet-url username" href="/jack" rel="nofollow">jack</a>
      on my way to the pad <a href="/search?q=%23STS129" title="#STS129" class="tweet-url hashtag" rel="nofollow">#STS129</a>
      <a href="http://bit.ly/3xAmPl" class="tweet-url web" rel="nofollow" target="_blank">http://bit.ly/3xAmPl</a></span>
    <span class="meta entry-meta"><a class="entry-date" rel="bookmark" href="http://twitter.com/NASAWatch/status/4712345678">${published}</a>
      <span>from <a href="http://www.tweetdeck.com/" rel="nofollow">TweetDeck</a></span>
      <a href="http://twitter.com/jack/status/4712000000">in reply to jack</a></span></span></div></div>
    <div class="user-info clear"><div class="thumb"><a href="http://twitter.com/NASAWatch"><img alt="" height="73" src="http://a1.twimg.com/profile_images/1/face_bigger.jpg" width="73"></a></div>
      <div class="screen-name"><a href="http://twitter.com/NASAWatch">NASAWatch</a></div><div class="full-name">NASA Watch</div></div>
    </div></body></html>`;

describe('the page of a post of before 2011', () => {
  it.each([
    [
      '2009',
      `<span class="published timestamp" data="{time:'Thu Oct 08 19:39:44 +0000 2009'}">12:39 PM Oct 8th, 2009</span>`,
    ],
    [
      '2009, in Japanese',
      `<span class="published timestamp" data="{time:'Thu Oct 08 19:39:44 +0000 2009'}">2009年10月8日</span>`,
    ],
    ['2008', `<abbr class="published" title="2009-10-08T19:39:44+00:00">12:39 PM October 08, 2009</abbr>`],
  ])('is read as it looked in %s', (_, published) => {
    const post = postOf(readPage(page(published), { at, post: 'x:4712345678' })[0]);
    expect(post).toMatchObject({
      id: 'x:4712345678',
      url: 'https://x.com/NASAWatch/status/4712345678',
      author: {
        handle: 'NASAWatch',
        name: 'NASA Watch',
        avatar: 'http://a1.twimg.com/profile_images/1/face_bigger.jpg',
      },
      createdAt: '2009-10-08T19:39:44.000Z',
      text: '@jack on my way to the pad #STS129 http://bit.ly/3xAmPl',
      entities: [
        { type: 'mention', range: [0, 5], handle: 'jack' },
        { type: 'hashtag', tag: 'STS129' },
        { type: 'link', url: 'http://bit.ly/3xAmPl' },
      ],
      replyTo: { handle: 'jack', id: 'x:4712000000' },
      sourceLabel: 'TweetDeck',
    });
  });

  it('is none of another post, and no other page', () => {
    expect(readPage(page(''), { at, post: 'x:1' })[0].kind).toBe('unreadable');
    expect(readPage('<div class="hentry"><p class="entry-content">A blog</p></div>', { at })[0].kind).toBe(
      'unreadable',
    );
    expect(readPage(legacyPage, { at })[0]).toMatchObject({ kind: 'live', post: { id: 'x:1500127395262201857' } });
  });
});
