import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askPayload } from './ask-payload.ts';
import { openClient, type Client } from './open-client.ts';
import { crewPhoto, fourPhotos, samplePosts, stationVideo } from './posts.ts';
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
    const payload = await askPayload(client, fourPhotos.id);
    expect(await targetOf(payload.entities.urls[0]?.url.slice(-10) ?? '')).toContain(
      'https://alpine-society.example/shop',
    );
  });

  test('that nobody made are not found', async () => {
    expect((await client.ask('https://t.co/nobodyMade')).status).toBe(404);
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

describe('all hosts', () => {
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

async function targetOf(code: string): Promise<unknown> {
  return (await client.ask(`https://t.co/${code}`)).headers['location'];
}

function oembedUrl(url: string): string {
  return `https://publish.twitter.com/oembed?url=${encodeURIComponent(url)}`;
}
