import { brotliDecompressSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

const browser = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
};
const stationPage = 'https://twitter.com/NASAWatch/status/1500127395262201857/video/1';

describe('short links', () => {
  test.each(['https://t.co', 'http://t.co', 'https://pic.twitter.com', 'https://pic.x.com'])(
    '%s redirects a program',
    async (site) => {
      const answer = await client.ask(`${site}/fj2coK1xR1`);
      expect(answer).toMatchObject({ status: 301, headers: { location: stationPage } });
    },
  );

  test('give a browser a page that goes on', async () => {
    const { status, text } = await client.ask('https://t.co/fj2coK1xR1', browser);
    expect(status).toBe(200);
    expect(text).toContain(`<META http-equiv="refresh" content="0;URL=${stationPage}">`);
    expect(text).toContain(String.raw`location.replace("https:\/\/twitter.com\/NASAWatch\/status`);
  });

  test('redirect a browser that asks for the head only, and a crawler', async () => {
    expect((await client.ask('https://t.co/fj2coK1xR1', browser, 'HEAD')).status).toBe(301);
    const crawler = { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' };
    expect((await client.ask('https://t.co/fj2coK1xR1', crawler)).status).toBe(301);
  });

  test('lead to photos, to links in texts, and wherever a test says', async () => {
    replica.shortLink('Abc123', 'https://x.com/safety/unsafe_link_warning?unsafe_link=https%3A%2F%2Fa.example');
    expect(await targetOf('mvawyRmlMD')).toBe(`https://twitter.com/roscosmos/status/${crewPhoto.id}/photo/1`);
    expect(await targetOf('Abc123')).toContain('unsafe_link_warning');
    const payload = await payloadOf(fourPhotos.id);
    expect(await targetOf(payload.entities.urls[0]?.url.slice(-10) ?? '')).toContain(
      'https://alpine-society.example/shop',
    );
  });

  test('that nobody made are not found', async () => {
    expect((await client.ask('https://t.co/nobodyMade')).status).toBe(404);
  });
});

describe('tweet-result', () => {
  test('gives the payload of a video, worst variant and playlist among its files', async () => {
    const payload = await payloadOf(stationVideo.id);
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
    expect(await payloadOf(quotingPost.id)).toMatchObject({
      quoted_tweet: { id_str: harbourPhoto.id, mediaDetails: [{ ext_alt_text: 'Tři plachetnice na klidné vodě.' }] },
    });
    expect(await payloadOf(answeringPost.id)).toMatchObject({
      in_reply_to_status_id_str: gifPost.id,
      parent: { id_str: gifPost.id, mediaDetails: [{ type: 'animated_gif' }] },
    });
    expect(await payloadOf(cardPost.id)).toMatchObject({
      card: { name: 'summary_large_image', binding_values: { vanity_url: { string_value: 'archive.city.example' } } },
    });
    expect(await payloadOf(pollPost.id)).toMatchObject({
      card: { name: 'poll4choice_text_only', binding_values: { choice3_count: { string_value: '57' } } },
    });
    expect(await payloadOf(editedPost.id)).toMatchObject({
      isEdited: true,
      isStaleEdit: false,
      edit_control: { edit_tweet_ids: editedPost.versions },
    });
    const { text, note_tweet: note } = await payloadOf(longPost.id);
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

describe('oembed', () => {
  test('gives the blockquote that articles paste', async () => {
    const { status, text } = await client.ask(oembedUrl('https://x.com/NASAWatch/status/1500127395262201857?s=20'));
    const { html, ...rest } = JSON.parse(text) as Record<string, string>;
    expect(status).toBe(200);
    expect(rest).toMatchObject({ author_name: 'NASA Watch', provider_name: 'Twitter', cache_age: '3153600000' });
    expect(html).toContain(' <a href="https://t.co/fj2coK1xR1">pic.twitter.com/fj2coK1xR1</a></p>&mdash; NASA Watch');
    expect(html).toContain('?ref_src=twsrc%5Etfw">March 5, 2022</a></blockquote>\n<script async');
  });

  test('says 404 for a post that is not there', async () => {
    expect((await client.ask(oembedUrl('https://x.com/a/status/42'))).status).toBe(404);
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
    const base = (await payloadOf(crewPhoto.id)).mediaDetails[0]?.media_url_https.replace('.jpg', '') ?? '';
    const { status, bytes } = await client.ask(base + form);
    expect(status).toBe(200);
    expect(await sharp(bytes).metadata()).toMatchObject({ width, height });
  });

  test('have their original in its own format only', async () => {
    const png = (await payloadOf(fourPhotos.id)).mediaDetails[3]?.media_url_https ?? '';
    const base = png.replace(/\.png$/, '');
    expect((await client.ask(`${base}?format=jpg&name=orig`)).status).toBe(404);
    expect((await client.ask(`${base}?format=jpg&name=small`)).headers['content-type']).toBe('image/jpeg');
    expect((await sharp((await client.ask(`${base}?format=png&name=orig`)).bytes).metadata()).format).toBe('png');
  });

  test('of an account, in four sizes', async () => {
    const normal = (await payloadOf(crewPhoto.id)).user.profile_image_url_https;
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

describe('all hosts', () => {
  test('every URL of every payload can be asked for', async () => {
    const urls = new Set<string>();
    for (const { id } of samplePosts) {
      const text = JSON.stringify(await payloadOf(id));
      for (const [url] of text.matchAll(/https:\/\/(?:pbs|video)\.twimg\.com\/[^"]+/g)) urls.add(url);
    }
    const heads = await Promise.all([...urls].map(async (url) => (await client.ask(url, {}, 'HEAD')).status));
    expect(heads).toHaveLength(33);
    expect(new Set(heads)).toEqual(new Set([200]));
  });

  test('status pages are a wall behind a redirect', async () => {
    const old = await client.ask(`https://twitter.com/NASAWatch/status/${stationVideo.id}`);
    expect(old).toMatchObject({
      status: 302,
      headers: { location: `https://x.com/NASAWatch/status/${stationVideo.id}` },
    });
    expect((await client.ask(String(old.headers['location']))).text).toContain('Log in to X');
  });

  test('every request is listed, and those for other hosts apart', async () => {
    await using own = await startReplica();
    await using asking = openClient(own);
    await asking.ask('https://t.co/Abc?x=1', { 'user-agent': 'embalm/test' });
    expect((await asking.ask('http://169.254.169.254/latest')).status).toBe(502);
    expect(own.requests).toMatchObject([
      {
        method: 'GET',
        host: 't.co',
        path: '/Abc',
        status: 404,
        expected: true,
        headers: { 'user-agent': 'embalm/test' },
      },
      { url: 'http://169.254.169.254/latest', scheme: 'http', status: 502, expected: false },
    ]);
    expect(own.unexpected.map(({ host }) => host)).toEqual(['169.254.169.254']);
  });
});

interface Payload {
  readonly text: string;
  readonly note_tweet?: { readonly id: string };
  readonly user: { readonly profile_image_url_https: string };
  readonly entities: { readonly urls: readonly { readonly url: string }[] };
  readonly mediaDetails: readonly {
    readonly media_url_https: string;
    readonly video_info: { readonly variants: readonly { readonly url: string; readonly bitrate?: number }[] };
  }[];
}

async function targetOf(code: string): Promise<unknown> {
  return (await client.ask(`https://t.co/${code}`)).headers['location'];
}

async function smallestVideo(): Promise<string> {
  return (await payloadOf(stationVideo.id)).mediaDetails[0]?.video_info.variants[0]?.url ?? '';
}

async function payloadOf(id: string): Promise<Payload> {
  return JSON.parse((await client.ask(payloadUrl(id))).text) as Payload;
}

function payloadUrl(id: string): string {
  return `https://cdn.syndication.twimg.com/tweet-result?id=${id}&lang=en&token=a`;
}

function oembedUrl(url: string): string {
  return `https://publish.twitter.com/oembed?url=${encodeURIComponent(url)}`;
}

describe('the Wayback Machine', () => {
  const original = 'https://twitter.com/NASAWatch/status/20';
  const index = 'https://web.archive.org/cdx/search/cdx?matchType=prefix&output=json&url=';

  test('has nothing until it is given something', async () => {
    expect((await client.ask(`${index}twitter.com%2Fnasawatch%2Fstatus%2F20`)).text).toBe('[]');
    expect((await client.ask(`https://web.archive.org/web/20220307101500id_/${original}`)).status).toBe(404);
  });

  test('lists captures of URLs that begin alike, and leads to the nearest', async () => {
    replica.memento({ timestamp: '20220307101500', original: `${original}?s=20`, body: 'first' });
    replica.memento({ timestamp: '20230101000000', original: `${original}?s=20`, body: 'second' });
    replica.memento({ timestamp: '20230101000000', original: `${original}1`, status: 404, body: 'none' });
    const { text } = await client.ask(`${index}twitter.com%2Fnasawatch%2Fstatus%2F20`);
    expect(JSON.parse(text)).toEqual([
      ['timestamp', 'original', 'mimetype'],
      ['20220307101500', `${original}?s=20`, 'text/html'],
      ['20230101000000', `${original}?s=20`, 'text/html'],
    ]);
    const once = await client.ask(`${index}twitter.com%2Fnasawatch%2Fstatus%2F20&collapse=urlkey`);
    expect(JSON.parse(once.text)).toHaveLength(2);
    const exact = await client.ask(`https://web.archive.org/web/20220307101500id_/${original}?s=20`);
    expect(exact).toMatchObject({
      status: 200,
      text: 'first',
      headers: { 'memento-datetime': 'Mon, 07 Mar 2022 10:15:00 GMT' },
    });
    const near = await client.ask(`https://web.archive.org/web/20221231000000id_/${original}?s=20`);
    expect(near).toMatchObject({
      status: 302,
      headers: { location: `https://web.archive.org/web/20230101000000id_/${original}?s=20` },
    });
  });
});
