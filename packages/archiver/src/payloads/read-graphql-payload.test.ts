import { describe, expect, it } from 'vitest';
import { graphqlAnswer, graphqlPost } from '../../test/payloads/one-post.ts';
import { readAt as at } from '../../test/read-payload.ts';
import { readGraphqlPayload } from './read-graphql-payload.ts';

const wanted = { at, post: 'x:1500127395262201857' } as const;
type Json = Readonly<Record<string, unknown>>;

function read(fields: Json): unknown {
  const reading = readGraphqlPayload(graphqlAnswer(graphqlPost('new', fields)), wanted);
  return reading.kind === 'live' ? reading.post : reading;
}

function legacy(fields: Json): Json {
  return { legacy: { ...(graphqlPost('new')['legacy'] as Json), ...fields } };
}

describe('a post of GraphQL', () => {
  it('is found where its author limits who may answer', () => {
    const result = { __typename: 'TweetWithVisibilityResults', tweet: graphqlPost('new') };
    expect(readGraphqlPayload(graphqlAnswer(result), wanted)).toMatchObject({
      kind: 'live',
      post: { id: wanted.post },
    });
  });

  it('is found in the entries of a conversation', () => {
    const other = { ...graphqlPost('old'), rest_id: '20' };
    const entries = [other, graphqlPost('new')].map((result) => ({
      entryId: `tweet-${String(result['rest_id'])}`,
      content: { itemContent: { tweet_results: { result } } },
    }));
    const answer = { data: { threaded_conversation_with_injections_v2: { instructions: [{ entries }] } } };
    expect(readGraphqlPayload(answer, wanted)).toMatchObject({ post: { id: wanted.post } });
    expect(readGraphqlPayload(answer, { at })).toMatchObject({ post: { id: 'x:20' } });
    expect(readGraphqlPayload(answer, { at, post: 'x:21' })).toMatchObject({ kind: 'unreadable' });
  });

  it('has its views, and the badge of an organisation', () => {
    const label = {
      label: {
        description: 'NASA',
        badge: { url: 'https://pbs.twimg.com/b.jpg' },
        url: { url: 'https://twitter.com/NASA' },
      },
    };
    const user = {
      rest_id: '1',
      core: { name: 'A', screen_name: 'a' },
      affiliates_highlighted_label: label,
      profile_image_shape: 'Square',
      verification: { verified: true, verified_type: 'Government' },
    };
    expect(read({ core: { user_results: { result: user } } })).toMatchObject({
      author: {
        handle: 'a',
        avatarShape: 'square',
        verification: 'government',
        affiliation: { name: 'NASA', url: 'https://twitter.com/NASA', badge: 'https://pbs.twimg.com/b.jpg' },
      },
      counts: { views: 99 },
      edits: { ids: [wanted.post], edited: false },
    });
  });

  it.each(['affiliates_highlighted_label', 'identity_profile_labels_highlighted_label'])(
    'of a program has it in %s',
    (place) => {
      const label = { userLabelType: 'AutomatedLabel', longDescription: { text: 'Automatisé par @grace' } };
      const user = { rest_id: '1', core: { name: 'A', screen_name: 'a' }, [place]: { label } };
      expect(read({ core: { user_results: { result: user } } })).toMatchObject({
        author: { accountLabel: { kind: 'automated', by: 'grace' }, affiliation: null },
      });
    },
  );

  it('says all of a long post, without the mentions its beginning hides', () => {
    const note = {
      text: '@grace_example The whole text &amp; #more',
      entity_set: { hashtags: [{ text: 'more', indices: [36, 41] }], user_mentions: [] },
    };
    expect(read({ note_tweet: { note_tweet_results: { result: note } } })).toMatchObject({
      text: 'The whole text & #more',
      entities: [{ type: 'hashtag', range: [17, 22] }],
      truncated: false,
      media: { length: 1 },
    });
  });

  it('names what a post has no place for: styles, pictures within the text, a talk with Grok', () => {
    const bold = { from_index: 0, to_index: 3, richtext_types: ['Bold'] };
    const result = {
      text: 'The whole text',
      richtext: { richtext_tags: [bold] },
      media: { inline_media: [{ index: 3 }] },
    };
    const fields = { note_tweet: { note_tweet_results: { result } }, grok_share_attachment: { items: [] } };
    const { diagnostics, ...reading } = readGraphqlPayload(graphqlPost('new', fields), { at });
    expect(reading).toMatchObject({ kind: 'live', post: { text: 'The whole text' } });
    expect(diagnostics).toEqual([
      { path: 'grok_share_attachment', problem: 'surprising' },
      { path: 'note_tweet.note_tweet_results.result.richtext.richtext_tags', problem: 'surprising' },
      { path: 'note_tweet.note_tweet_results.result.media.inline_media', problem: 'surprising' },
    ]);
    const plain = { ...result, richtext: { richtext_tags: [] }, media: { inline_media: [] } };
    const note = { note_tweet: { note_tweet_results: { result: plain } } };
    expect(readGraphqlPayload(graphqlPost('new', note), { at }).diagnostics).toEqual([]);
  });

  it('says all of a post it passes on, though its own entities are clipped', () => {
    const retweet = legacy({
      full_text: 'RT @ada_example: Tom &amp; J…',
      display_text_range: [0, 28],
      entities: { hashtags: [{ text: 'ISS', indices: [28, 28] }] },
      retweeted_status_result: { result: graphqlPost('new', { rest_id: '20' }) },
    });
    expect(read(retweet)).toMatchObject({
      text: 'RT @ada_example: Tom & Jerry 🚀 #ISS $TSLA @NASA https://t.co/aaaaaaaaaa',
      quote: null,
      repostOf: { type: 'post', post: { id: 'x:20', media: { length: 1 } } },
      media: [],
    });
  });

  it('shows the post it quotes, or the notice in its place', () => {
    const tombstone = { __typename: 'TweetTombstone', tombstone: { text: { text: 'This Post was deleted.' } } };
    expect(read({ quoted_status_result: { result: graphqlPost('old', { rest_id: '20' }) } })).toMatchObject({
      quote: { type: 'post', post: { id: 'x:20' } },
    });
    expect(
      read({ quoted_status_result: { result: tombstone }, ...legacy({ quoted_status_id_str: '20' }) }),
    ).toMatchObject({ quote: { type: 'tombstone', id: 'x:20', text: 'This Post was deleted.' } });
    expect(readGraphqlPayload(graphqlPost('new', { quoted_status_result: {} }), wanted)).toMatchObject({
      post: { quote: null },
    });
  });

  it('has an article for a card, a poll, a community note', () => {
    const article = { rest_id: '7', title: 'Long', preview_text: 'It begins' };
    expect(read({ article: { article_results: { result: article } } })).toMatchObject({
      card: { kind: 'article', url: 'https://x.com/i/article/7', title: 'Long', description: 'It begins' },
    });
    const values = [
      { key: 'choice1_label', value: { string_value: 'Yes', type: 'STRING' } },
      { key: 'choice1_count', value: { string_value: '12', type: 'STRING' } },
      { key: 'choice2_label', value: { string_value: 'No', type: 'STRING' } },
      { key: 'choice2_count', value: { string_value: '3', type: 'STRING' } },
      { key: 'end_datetime_utc', value: { string_value: '2022-03-06T15:13:36Z', type: 'STRING' } },
      { key: 'counts_are_final', value: { boolean_value: true, type: 'BOOLEAN' } },
    ];
    const card = { legacy: { name: 'poll2choice_text_only', url: 'card://1', binding_values: values } };
    const pivot = { subtitle: { text: 'Readers added context', entities: [] } };
    expect(read({ card, birdwatch_pivot: pivot })).toMatchObject({
      card: null,
      poll: {
        choices: [
          { label: 'Yes', votes: 12 },
          { label: 'No', votes: 3 },
        ],
        endsAt: '2022-03-06T15:13:36.000Z',
        final: true,
      },
      communityNote: { text: 'Readers added context', links: [] },
    });
  });

  it('has a card that is JSON within JSON', () => {
    const unified = JSON.stringify({
      type: 'image_website',
      component_objects: {
        media_1: { data: { id: '13_1' } },
        details_1: { data: { title: { content: 'Come' }, subtitle: { content: 'shop.example' } } },
      },
      destination_objects: {
        browser_1: { data: { url_data: { url: 'https://shop.example/', vanity: 'shop.example' } } },
      },
      media_entities: {
        '13_1': { media_url_https: 'https://pbs.twimg.com/1.jpg', original_info: { width: 4, height: 3 } },
      },
    });
    const values = [{ key: 'unified_card', value: { string_value: unified, type: 'STRING' } }];
    expect(read({ card: { legacy: { name: 'unified_card', url: 'card://1', binding_values: values } } })).toMatchObject(
      {
        card: {
          kind: 'other',
          url: 'https://shop.example/',
          title: 'Come',
          site: 'shop.example',
          image: { url: 'https://pbs.twimg.com/1.jpg', width: 4, height: 3, alt: null },
        },
      },
    );
  });
});

describe('a post that GraphQL does not show', () => {
  it.each([
    ['NsfwLoggedOut', 'age-restricted'],
    ['NsfwViewerHasNoStatedAge', 'age-restricted'],
    ['Protected', 'protected'],
    ['Suspended', 'suspended'],
    ['Deleted', 'deleted'],
    ['BounceDeleted', 'deleted'],
    ['SomethingNew', 'unavailable'],
  ])('for the reason %s is %s', (reason, state) => {
    expect(readGraphqlPayload(graphqlAnswer({ __typename: 'TweetUnavailable', reason }), wanted)).toMatchObject({
      kind: 'tombstone',
      state,
      text: reason,
    });
  });

  it.each([
    ['This Post was deleted by the Post author. Learn more', 'deleted'],
    ['This Post is from a suspended account. Learn more', 'suspended'],
    ['Dieser Post ist nicht verfügbar.', 'unavailable'],
    ['このポストは表示できません', 'unavailable'],
  ])('with the notice “%s” is %s, word for word', (text, state) => {
    const result = { __typename: 'TweetTombstone', tombstone: { text: { text } } };
    expect(readGraphqlPayload(graphqlAnswer(result), wanted)).toMatchObject({ kind: 'tombstone', state, text });
  });

  it('is known by its entry in a conversation', () => {
    const result = { __typename: 'TweetTombstone', tombstone: { text: { text: 'This Post was deleted.' } } };
    const entries = [
      {
        entryId: 'tweet-20',
        content: { itemContent: { tweet_results: { result: graphqlPost('new', { rest_id: '20' }) } } },
      },
      { entryId: 'tweet-1500127395262201857', content: { itemContent: { tweet_results: { result } } } },
    ];
    expect(readGraphqlPayload({ data: { entries } }, wanted)).toMatchObject({ kind: 'tombstone', state: 'deleted' });
  });

  it('is empty, or an error', () => {
    expect(readGraphqlPayload({ data: { tweetResult: {} } }, wanted)).toMatchObject({ kind: 'empty' });
    expect(readGraphqlPayload({ data: {} }, wanted)).toMatchObject({ kind: 'empty' });
    const errors = [{ message: 'Rate limit exceeded', code: 88 }];
    expect(readGraphqlPayload({ errors }, wanted)).toMatchObject({ kind: 'unreadable', reason: 'Rate limit exceeded' });
  });
});
