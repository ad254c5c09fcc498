import { brotliDecompressSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askPayload, payloadUrl } from './ask-payload.ts';
import { openClient, type Client } from './open-client.ts';
import {
  answeringPost,
  cardPost,
  crewPhoto,
  editedPost,
  fourPhotos,
  gifPost,
  harbourPhoto,
  longPost,
  pollPost,
  quotingPost,
  samplePosts,
  stationVideo,
} from './posts.ts';
import { startReplica, type Replica } from './start-replica.ts';

let replica: Replica;
let client: Client;

beforeAll(async () => {
  replica = await startReplica({ posts: samplePosts });
  client = openClient(replica);
});

afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await replica[Symbol.asyncDispose]();
});

describe('tweet-result', () => {
  test('gives the payload of a video, worst variant and playlist among its files', async () => {
    const payload = await askPayload(client, stationVideo.id);
    expect(payload).toMatchObject({
      __typename: 'Tweet',
      id_str: '1500127395262201857',
      created_at: '2022-03-05T15:13:36.000Z',
      lang: 'en',
      user: { screen_name: 'NASAWatch', name: 'NASA Watch' },
      mediaDetails: [{ type: 'video', video_info: { duration_millis: 4000, aspect_ratio: [16, 9] } }],
      video: { durationMs: 4000, videoId: { id: '1500127395262201857' } },
      edit_control: { edit_tweet_ids: ['1500127395262201857'] },
    });
    const variants = payload.mediaDetails[0]?.video_info.variants ?? [];
    expect(variants.map(({ bitrate }) => bitrate)).toEqual([256_000, 2_176_000, undefined, 832_000]);
    expect(variants[2]).toMatchObject({ content_type: 'application/x-mpegURL' });
  });

  test('carries quoted post, parent, card, poll, edit and long text', async () => {
    expect(await askPayload(client, quotingPost.id)).toMatchObject({
      quoted_tweet: { id_str: harbourPhoto.id, mediaDetails: [{ ext_alt_text: 'Tři plachetnice na klidné vodě.' }] },
    });
    expect(await askPayload(client, answeringPost.id)).toMatchObject({
      in_reply_to_status_id_str: gifPost.id,
      parent: { id_str: gifPost.id, mediaDetails: [{ type: 'animated_gif' }] },
    });
    expect(await askPayload(client, cardPost.id)).toMatchObject({
      card: { name: 'summary_large_image', binding_values: { vanity_url: { string_value: 'archive.city.example' } } },
    });
    expect(await askPayload(client, pollPost.id)).toMatchObject({
      card: { name: 'poll4choice_text_only', binding_values: { choice3_count: { string_value: '57' } } },
    });
    expect(await askPayload(client, editedPost.id)).toMatchObject({
      isEdited: true,
      isStaleEdit: false,
      edit_control: { edit_tweet_ids: editedPost.versions },
    });
    const { text, note_tweet: note } = await askPayload(client, longPost.id);
    expect([Array.from(text).length, text.at(-1), typeof note?.id]).toEqual([280, '…', 'string']);
  });

  test('says nothing without a token, and 404 for what it does not know', async () => {
    expect(await client.ask(`https://cdn.syndication.twimg.com/tweet-result?id=${stationVideo.id}`)).toMatchObject({
      status: 200,
      text: '{}',
    });
    expect((await client.ask('https://cdn.syndication.twimg.com/tweet-result?id=42&token=a')).status).toBe(404);
  });

  test('may be read by the embed page and by no other', async () => {
    const url = payloadUrl(stationVideo.id);
    const own = await client.ask(url, { origin: 'https://platform.twitter.com' });
    const other = await client.ask(url, { origin: 'https://blog.example' });
    expect(own.headers['access-control-allow-origin']).toBe('https://platform.twitter.com');
    expect(other.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('is compressed for who can read it', async () => {
    const plain = await client.ask(payloadUrl(stationVideo.id), { 'accept-encoding': 'identity' });
    const packed = await client.ask(payloadUrl(stationVideo.id), { 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(packed.bytes).equals(plain.bytes)).toBe(true);
  });
});

describe('pictures', () => {
  test.each([
    ['?format=jpg&name=orig', 1600, 1067],
    ['?format=jpg&name=4096x4096', 1600, 1067],
    ['?format=jpg&name=medium', 1200, 800],
    ['?format=webp&name=small', 680, 453],
    ['?format=jpg&name=thumb', 150, 150],
    ['.jpg', 1200, 800],
    ['.jpg:large', 1600, 1067],
    ['.jpg?name=360x360', 360, 240],
  ])('of a photo, asked for with %s', async (form, width, height) => {
    const base = (await askPayload(client, crewPhoto.id)).mediaDetails[0]?.media_url_https.replace('.jpg', '') ?? '';
    const { status, bytes } = await client.ask(base + form);
    expect(status).toBe(200);
    expect(await sharp(bytes).metadata()).toMatchObject({ width, height });
  });

  test('have their original in its own format only', async () => {
    const png = (await askPayload(client, fourPhotos.id)).mediaDetails[3]?.media_url_https ?? '';
    const base = png.replace(/\.png$/, '');
    expect((await client.ask(`${base}?format=jpg&name=orig`)).status).toBe(404);
    expect((await client.ask(`${base}?format=jpg&name=small`)).headers['content-type']).toBe('image/jpeg');
    expect((await sharp((await client.ask(`${base}?format=png&name=orig`)).bytes).metadata()).format).toBe('png');
  });

  test('of an account, in four sizes', async () => {
    const normal = (await askPayload(client, crewPhoto.id)).user.profile_image_url_https;
    const sides = await Promise.all(
      ['_normal', '_bigger', '_400x400', ''].map(async (suffix) => {
        const { bytes } = await client.ask(normal.replace('_normal', suffix));
        return (await sharp(bytes).metadata()).width;
      }),
    );
    expect(sides).toEqual([48, 73, 400, 800]);
  });

  test('that are not there are not found', async () => {
    expect((await client.ask('https://pbs.twimg.com/media/nothing?format=jpg&name=orig')).status).toBe(404);
  });
});

describe('videos', () => {
  test('come whole and in parts', async () => {
    const url = await smallestVideo();
    const whole = await client.ask(url);
    expect(whole).toMatchObject({ status: 200, headers: { 'content-type': 'video/mp4', 'accept-ranges': 'bytes' } });
    const size = whole.bytes.length;
    const part = await client.ask(url, { range: 'bytes=100-199' });
    expect(part).toMatchObject({ status: 206, headers: { 'content-range': `bytes 100-199/${size}` } });
    expect(part.bytes.equals(whole.bytes.subarray(100, 200))).toBe(true);
    const end = await client.ask(url, { range: 'bytes=-10' });
    expect(end.bytes.equals(whole.bytes.subarray(-10))).toBe(true);
    expect((await client.ask(url, { range: `bytes=${size}-` })).status).toBe(416);
  });

  test('are refused to pages of other sites', async () => {
    const url = await smallestVideo();
    expect((await client.ask(url, { referer: 'https://blog.example/a' })).status).toBe(403);
    expect((await client.ask(url, { referer: 'https://platform.twitter.com/' })).status).toBe(200);
  });
});

test('every URL of every payload can be asked for', async () => {
  const urls = new Set<string>();
  for (const { id } of samplePosts) {
    const text = JSON.stringify(await askPayload(client, id));
    for (const [url] of text.matchAll(/https:\/\/(?:pbs|video)\.twimg\.com\/[^"]+/g)) urls.add(url);
  }
  const heads = await Promise.all([...urls].map(async (url) => (await client.ask(url, {}, 'HEAD')).status));
  expect(heads).toHaveLength(33);
  expect(new Set(heads)).toEqual(new Set([200]));
});

async function smallestVideo(): Promise<string> {
  return (await askPayload(client, stationVideo.id)).mediaDetails[0]?.video_info.variants[0]?.url ?? '';
}
