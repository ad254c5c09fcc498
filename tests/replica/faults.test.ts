import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClient, type Client } from './open-client.ts';
import { notices } from './payload/tombstone.ts';
import { crewPhoto, harbourPhoto, quotingPost, seedPosts, stationVideo } from './posts.ts';
import { plainAnswer } from './reply.ts';
import { startReplica, type Replica } from './start-replica.ts';

let replica: Replica;
let client: Client;

beforeAll(async () => {
  replica = await startReplica({ posts: seedPosts });
  client = openClient(replica);
});

afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await replica[Symbol.asyncDispose]();
});

const host = 'cdn.syndication.twimg.com';
const url = payloadUrl(stationVideo.id);

test('404, {} and server errors take the place of an answer, until they are taken back', async () => {
  const faults = [
    [{ kind: 'not-found' }, 404, 'Not Found'],
    [{ kind: 'empty-object' }, 200, '{}'],
    [{ kind: 'server-error', status: 503 }, 503, 'Internal Server Error'],
  ] as const;
  for (const [fault, status, text] of faults) {
    using _ = replica.fault({ host }, fault);
    expect(await client.ask(url)).toMatchObject({ status, text });
  }
  expect((await client.ask(url)).text).toContain('"__typename":"Tweet"');
});

test('a tombstone keeps its words and says where they link', async () => {
  using _ = replica.fault({ host }, { kind: 'tombstone', text: notices.deleted });
  expect(JSON.parse((await client.ask(url)).text)).toMatchObject({
    __typename: 'TweetTombstone',
    tombstone: { text: { text: notices.deleted, entities: [{ from_index: 42, to_index: 52 }] } },
  });
});

test('a rate limit says when it ends', async () => {
  using _ = replica.fault({ host }, { kind: 'rate-limited', resetInSeconds: 60 });
  const before = Math.floor(Date.now() / 1000);
  const { status, headers } = await client.ask(url);
  expect(status).toBe(429);
  expect(headers['x-rate-limit-remaining']).toBe('0');
  expect(Number(headers['x-rate-limit-reset'])).toBeGreaterThanOrEqual(before + 60);
});

test('a slow answer is the right one', async () => {
  using _ = replica.fault({ host }, { kind: 'slow', ms: 120 });
  const start = performance.now();
  expect((await client.ask(url)).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(115);
});

test('a truncated answer breaks off, a stalled one falls silent, a reset one never begins', async () => {
  for (const [kind, error] of [
    ['truncated', /length/],
    ['stalled', /timeout/i],
    ['reset', /ECONNRESET|closed/i],
  ] as const) {
    using _ = replica.fault({ host }, { kind });
    await expect(client.ask(url), kind).rejects.toThrow(error);
  }
  expect(replica.requests.at(-1)?.status).toBe('reset');
});

test('a redirect leads where it is told to', async () => {
  const to = 'http://169.254.169.254/latest/meta-data';
  using _ = replica.fault({ host: 't.co' }, { kind: 'redirect', to });
  expect(await client.ask('https://t.co/fj2coK1xR1')).toMatchObject({ status: 302, headers: { location: to } });
});

test('garbage has the right type and no end', async () => {
  using _ = replica.fault({ host }, { kind: 'garbage' });
  const { status, headers, text } = await client.ask(url);
  expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
  expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
});

test('a fault is for the requests it names, as often as it says', async () => {
  using _ = replica.fault({ host, path: /result$/, query: { id: crewPhoto.id }, times: 2 }, { kind: 'not-found' });
  const statuses = [];
  for (const id of [stationVideo.id, crewPhoto.id, crewPhoto.id, crewPhoto.id]) {
    statuses.push((await client.ask(payloadUrl(id))).status);
  }
  expect(statuses).toEqual([200, 404, 404, 200]);
});

test('a responder of a test goes first, and may ask the host', async () => {
  using _ = replica.on({ host, method: 'GET' }, async (request, next) =>
    request.query.has('lang') ? next() : plainAnswer(400, 'no language'),
  );
  expect((await client.ask(url)).status).toBe(400);
  expect((await client.ask(`${url}&lang=en`)).status).toBe(200);
});

test('a removed post is gone with its media, and its links stay', async () => {
  await using own = await startReplica({ posts: [crewPhoto, harbourPhoto, quotingPost] });
  await using asking = openClient(own);
  const [, photo = ''] = /"media_url_https":"([^"]+)"/.exec((await asking.ask(payloadUrl(crewPhoto.id))).text) ?? [];
  expect((await asking.ask(photo)).status).toBe(200);
  own.remove(crewPhoto.id);
  expect((await asking.ask(payloadUrl(crewPhoto.id))).status).toBe(404);
  expect((await asking.ask(photo)).status).toBe(404);
  expect((await asking.ask('https://t.co/mvawyRmlMD')).status).toBe(301);
  own.remove(harbourPhoto.id, notices.suspended);
  expect((await asking.ask(payloadUrl(harbourPhoto.id))).text).toContain(notices.suspended);
  expect((await asking.ask(payloadUrl(quotingPost.id))).text).not.toContain('quoted_tweet');
  own.post({ ...crewPhoto, text: 'Once more.' });
  expect((await asking.ask(payloadUrl(crewPhoto.id))).text).toContain('"text":"Once more. https://t.co/mvawyRmlMD"');
});

function payloadUrl(id: string): string {
  return `https://cdn.syndication.twimg.com/tweet-result?id=${id}&token=a`;
}
