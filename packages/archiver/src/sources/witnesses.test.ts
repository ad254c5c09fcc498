import { describe, expect, it } from 'vitest';
import { type FakeAnswer, type FakeDoor, openFakeDoor } from '../../test/fake-door.ts';
import { fxtwitterAnswer, graphqlAnswer, graphqlPost, vxtwitterAnswer } from '../../test/payloads/one-post.ts';
import { fxtwitterUrl, guestTweetUrl, vxtwitterUrl, xSites } from '../x-sites.ts';
import { fxtwitter } from './fxtwitter.ts';
import { createGuestGraphql } from './guest-graphql.ts';
import type { Answer, Source } from './source.ts';
import { vxtwitter } from './vxtwitter.ts';

const post = 'x:1500127395262201857';
const tweetUrl = guestTweetUrl(post);

const keep = (): Promise<never> => Promise.reject(new Error('Not needed'));

function ask(source: Source, door: FakeDoor): Promise<Answer> {
  return source.observe(post, { door, keep, timeoutMs: 1000, signal: AbortSignal.timeout(9999) });
}

const json = (payload: unknown, status = 200): FakeAnswer => ({ status, body: JSON.stringify(payload) });
const guest = json({ guest_token: '1990000000000000001' });

function observeFx(answer: FakeAnswer): Promise<Answer> {
  return ask(fxtwitter, openFakeDoor({ [fxtwitterUrl(post)]: answer }));
}

function observeVx(answer: FakeAnswer): Promise<Answer> {
  return ask(vxtwitter, openFakeDoor({ [vxtwitterUrl(post)]: answer }));
}

describe('FxTwitter', () => {
  it('shows a post, and its answer is kept as it came', async () => {
    const answer = await observeFx(json(fxtwitterAnswer()));
    expect(answer.observation).toMatchObject({ state: 'live', source: 'fxtwitter', post: { id: post } });
    expect(answer).toMatchObject({ exchanges: [{}], diagnostics: [] });
    expect(answer.notFoundAt).toBeUndefined();
    expect(answer.files).toMatchObject({ 'payload/fxtwitter.json': { role: 'payload', from: fxtwitterUrl(post) } });
  });

  it('confirms that a post is gone only if it says that it was deleted', async () => {
    const status = { type: 'tombstone', reason: 'deleted', message: 'This post is deleted' };
    const deleted = await observeFx(json({ code: 404, message: 'NOT_FOUND', status }, 404));
    expect(deleted).toMatchObject({
      observation: { state: 'deleted', reason: status.message },
      notFoundAt: 'fxtwitter',
    });
    const notFound = await observeFx(json({ code: 404, message: 'NOT_FOUND' }, 404));
    expect([notFound.observation.state, notFound.notFoundAt]).toEqual(['unavailable', undefined]);
  });

  it.each([
    ['a private one', json({ code: 401, message: 'PRIVATE_TWEET' }, 401), 'protected', 'PRIVATE_TWEET'],
    ['its own failure', json({ code: 500, message: 'API_FAIL' }, 500), 'unreachable', 'HTTP 500'],
    ['a page', { status: 200, body: '<!doctype html>' } as const, 'unreachable', 'the payload is no object'],
    ['another post', json(fxtwitterAnswer({ id: '20' })), 'unreachable', 'the answer is about another post, x:20'],
    ['no network', 'offline' as const, 'unreachable', expect.stringContaining('its name is not known')],
  ])('says what %s means', async (_, fake, state, reason) => {
    expect((await observeFx(fake)).observation).toMatchObject({ state, reason, source: 'fxtwitter' });
  });
});

describe('VxTwitter', () => {
  it('shows a post, and its answer is kept as it came', async () => {
    const answer = await observeVx(json(vxtwitterAnswer));
    expect(answer.observation).toMatchObject({ state: 'live', source: 'vxtwitter', post: { id: post } });
    expect(answer.files).toMatchObject({ 'payload/vxtwitter.json': { from: vxtwitterUrl(post) } });
  });

  it.each([
    ['a page', { status: 200, body: '<html>Failed to scan your link!' } as const, 'the payload is no object'],
    ['a 404', { status: 404 } as const, 'HTTP 404'],
    ['a 500', { status: 500 } as const, 'HTTP 500'],
    ['another post', json({ ...vxtwitterAnswer, tweetID: '20' }), 'the answer is about another post, x:20'],
  ])('says nothing of the post with %s', async (_, fake, reason) => {
    const answer = await observeVx(fake);
    expect(answer.observation).toMatchObject({ state: 'unreachable', reason });
    expect([answer.notFoundAt, answer.exchanges.length]).toEqual([undefined, 1]);
  });
});

describe('guest GraphQL', () => {
  it('asks for a number once, and shows posts with it', async () => {
    const door = openFakeDoor({ [xSites.guestActivation]: guest, [tweetUrl]: json(graphqlAnswer(graphqlPost('new'))) });
    const source = createGuestGraphql();
    const first = await ask(source, door);
    const second = await ask(source, door);
    expect(first.observation).toMatchObject({ state: 'live', source: 'guest-graphql', post: { id: post } });
    expect(first.files).toMatchObject({ 'payload/graphql.json': { from: tweetUrl } });
    expect([first.exchanges.length, second.exchanges.length]).toEqual([2, 1]);
    expect(door.requests.map(({ body }) => body?.length)).toEqual([0, undefined, undefined]);
    expect(door.requests[1]?.headers).toMatchObject({ 'x-guest-token': '1990000000000000001' });
  });

  it('says every feature that X wants to hear of', () => {
    const features = JSON.parse(new URL(tweetUrl).searchParams.get('features') ?? '') as Record<string, boolean>;
    const values = Object.values(features);
    expect([values.length, values.filter(Boolean).length]).toEqual([37, 28]);
    expect(JSON.parse(new URL(tweetUrl).searchParams.get('variables') ?? '')).toMatchObject({
      tweetId: '1500127395262201857',
    });
  });

  it('asks for another number when X does not know the old one any more, once', async () => {
    const answers: Record<string, FakeAnswer> = {
      [xSites.guestActivation]: guest,
      [tweetUrl]: json(graphqlAnswer(graphqlPost('new'))),
    };
    const source = createGuestGraphql();
    await ask(source, openFakeDoor(answers));
    const door = openFakeDoor({ ...answers, [tweetUrl]: { status: 403 } });
    const refused = await ask(source, door);
    expect(refused.observation).toMatchObject({ state: 'unreachable', reason: 'HTTP 403' });
    expect(door.asked).toEqual([tweetUrl, xSites.guestActivation, tweetUrl]);
    expect(refused.exchanges.map(({ url }) => url)).toEqual(door.asked);
    await expect(ask(source, openFakeDoor(answers))).resolves.toMatchObject({ observation: { state: 'live' } });
  });

  it('waits with the next guest when X says how long', async () => {
    const retryAt = Date.parse('2026-01-01T01:00:00Z');
    const source = createGuestGraphql();
    await ask(source, openFakeDoor({ [xSites.guestActivation]: guest }));
    const door = openFakeDoor({ [xSites.guestActivation]: guest, [tweetUrl]: { status: 429, retryAt } });
    await ask(source, door);
    expect(door.asked).toEqual([tweetUrl]);
  });

  it.each([
    ['an empty result', json({ data: { tweetResult: {} } }), 'unavailable', 'an empty payload', 'TweetResultByRestId'],
    [
      'a post for adults',
      json(graphqlAnswer({ __typename: 'TweetUnavailable', reason: 'NsfwLoggedOut' })),
      'age-restricted',
      'NsfwLoggedOut',
      undefined,
    ],
    ['a 404, as when the operation is gone', { status: 404 } as const, 'unreachable', 'HTTP 404', undefined],
    [
      'an error',
      json({ errors: [{ message: 'features cannot be null', code: 336 }] }),
      'unreachable',
      expect.any(String),
      undefined,
    ],
  ])('says what %s means', async (_, fake, state, reason, notFoundAt) => {
    const answer = await ask(createGuestGraphql(), openFakeDoor({ [xSites.guestActivation]: guest, [tweetUrl]: fake }));
    expect(answer.observation).toMatchObject({ state, reason });
    expect(answer.notFoundAt).toBe(notFoundAt);
  });

  it.each([
    ['nothing', json({}), 'X takes no guest (HTTP 200)'],
    ['a number that would break a head', json({ guest_token: '1\r\nx: y' }), 'X takes no guest (HTTP 200)'],
    ['a refusal', { status: 403 } as const, 'X takes no guest (HTTP 403)'],
    ['no network', 'offline' as const, expect.stringContaining('its name is not known')],
  ])('asks for no post if X gives it %s', async (_, fake, reason) => {
    const door = openFakeDoor({ [xSites.guestActivation]: fake });
    expect((await ask(createGuestGraphql(), door)).observation).toMatchObject({ state: 'unreachable', reason });
    expect(door.asked).toEqual([xSites.guestActivation]);
  });
});
