import type { Withheld } from '@embalm/post';
import { describe, expect, it, test } from 'vitest';
import { graphqlPost, v1Post, v2Answer } from '../../../test/payloads/one-post.ts';
import { readAt as at } from '../../../test/read-payload.ts';
import { tweetResult } from '../../../test/tweet-result.ts';
import type { PayloadReading } from '../payload-reading.ts';
import { readGraphqlPayload } from '../read-graphql-payload.ts';
import { readSyndicationPayload } from '../read-syndication-payload.ts';
import { readV1Payload } from '../read-v1-payload.ts';
import { readV2Payload } from '../read-v2-payload.ts';

type Json = Readonly<Record<string, unknown>>;

const generations: Readonly<Record<string, (own: Json, author?: Json) => PayloadReading>> = {
  syndication: (own, author) => readSyndicationPayload(withUser(tweetResult(), own, author), { at }),
  'v1.1': (own, author) => readV1Payload(withUser(v1Post, own, author), { at }),
  GraphQL: (own, author = {}) => {
    const post = graphqlPost('old');
    const core = structuredClone(post['core']) as { user_results: { result: { legacy: Json } } };
    core.user_results.result.legacy = { ...core.user_results.result.legacy, ...author };
    return readGraphqlPayload({ ...post, core, legacy: { ...(post['legacy'] as Json), ...own } }, { at });
  },
};

function withUser(post: Json, own: Json, author: Json = {}): Json {
  return { ...post, ...own, user: { ...(post['user'] as Json), ...author } };
}

function withheldOf(reading: PayloadReading): Withheld | null {
  if (reading.kind !== 'live') throw new Error(`read as ${reading.kind}`);
  return reading.post.withheld;
}

describe.each(Object.entries(generations))('a post of %s', (_, read) => {
  it('says in which countries it is withheld', () => {
    const reading = read({ withheld_in_countries: ['DE', 'tr'], withheld_scope: 'status', withheld_copyright: false });
    expect(withheldOf(reading)).toEqual({ countries: ['DE', 'TR'], copyright: false, scope: 'post' });
  });

  it('is withheld where its author is', () => {
    const author = { withheld_in_countries: ['RU'], withheld_scope: '' };
    expect(withheldOf(read({}, author))).toEqual({ countries: ['RU'], copyright: false, scope: 'account' });
  });

  it('is withheld nowhere if the lists are empty', () => {
    expect(withheldOf(read({ withheld_in_countries: [], withheld_scope: null }, { withheld_scope: '' }))).toBeNull();
  });

  it('may say so of a complaint about copyright, and still have its text', () => {
    const reading = read({ withheld_copyright: true });
    expect(withheldOf(reading)).toEqual({ countries: [], copyright: true, scope: null });
  });

  it('is a notice where its text is one: what it was is not known', () => {
    const text = 'This Tweet from @ada_example has been withheld in: Germany, Turkey.';
    const own = { text, full_text: text, display_text_range: [0, text.length], withheld_in_countries: ['DE', 'TR'] };
    expect(read(own)).toMatchObject({ kind: 'tombstone', state: 'withheld', text, about: { content: null } });
  });

  it.each([
    ['withheld_in_countries', 'DE', null],
    ['withheld_in_countries', ['DE', 'Deutschland'], ['DE']],
    ['withheld_in_countries', ['DE', 7], ['DE']],
    ['withheld_in_countries', { 0: 'DE' }, null],
    ['withheld_copyright', 'perhaps', null],
  ])('names %s if it is %j', (key, value, countries) => {
    const reading = read({ [key]: value });
    expect(withheldOf(reading)?.countries ?? null).toEqual(countries);
    const named = reading.diagnostics.some(({ path, problem }) => path.includes(key) && problem === 'surprising');
    expect(named).toBe(true);
  });
});

test('a post of v2 says it in its own words', () => {
  const tweet = v2Answer['data'] as Json;
  const read = (withheld: Json): Withheld | null =>
    withheldOf(readV2Payload({ ...v2Answer, data: { ...tweet, withheld } }, { at }));
  expect(read({ country_codes: ['FR'], copyright: true, scope: 'tweet' })).toEqual({
    countries: ['FR'],
    copyright: true,
    scope: 'post',
  });
  expect(read({ country_codes: [], copyright: false })).toBeNull();
  const author = {
    id: '12345',
    name: 'Withheld account',
    username: 'ada_example',
    withheld: { country_codes: ['RU'] },
  };
  const all = readV2Payload({ data: { ...tweet, author } }, { at });
  expect(withheldOf(all)).toEqual({ countries: ['RU'], copyright: false, scope: 'account' });
});

test('words about withholding are a text like any other', () => {
  const text = 'My post has been withheld in Germany.';
  expect(readV1Payload({ ...v1Post, full_text: text, display_text_range: [0, text.length] }, { at })).toMatchObject({
    kind: 'live',
    post: { text, withheld: null },
  });
});
