import { createHash } from 'node:crypto';
import type { Post } from '@embalm/post';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type FakeAnswer, openFakeDoor } from '../../test/fake-door.ts';
import { openLocalDoor } from '../../test/local-door.ts';
import { startLocalProxy } from '../../test/local-proxy.ts';
import { serveLocally, testAuthority } from '../../test/local-site.ts';
import { pngThatClaims } from '../../test/png-that-claims.ts';
import { readLivePost } from '../../test/read-payload.ts';
import { photoDetail, tweetResult } from '../../test/tweet-result.ts';
import type { Door } from '../door/door.ts';
import type { SourceContext } from '../sources/source.ts';
import { type CapturedMedia, captureMedia } from './capture-media.ts';

const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'navy' } })
  .jpeg()
  .toBuffer();
const mp4 = Buffer.concat([Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0', 'latin1'), Buffer.alloc(5000)]);

const avatar = 'https://pbs.twimg.com/profile_images/1/face.jpg';
const photo = (name: string): string => `https://pbs.twimg.com/media/k?format=jpg&name=${name}`;
const film = (name: string): string => `https://video.twimg.com/ext_tw_video/1/pu/vid/1280x720/${name}.mp4`;

function photoPost(fields: Readonly<Record<string, unknown>> = {}): Post {
  return readLivePost(tweetResult({ mediaDetails: [photoDetail('k', [0, 0])], ...fields }));
}

function videoPost(...variants: readonly unknown[]): Post {
  const detail = photoDetail('k', [0, 0], { type: 'video', video_info: { variants } });
  return readLivePost(tweetResult({ mediaDetails: [detail], user: { screen_name: 'a', name: 'A' } }));
}

const variant = (name: string, bitrate: number): unknown => ({ content_type: 'video/mp4', bitrate, url: film(name) });

const at = (path: string): string => `https://video.twimg.com${path}`;
const list = (...urls: readonly string[]): FakeAnswer => ({
  status: 200,
  body: `#EXTM3U\n#EXT-X-MAP:URI="${urls[0]}"\n${urls.slice(1).join('\n')}`,
});

function contextOf(door: Door, signal = AbortSignal.timeout(20_000)): SourceContext {
  return {
    door,
    keep: (bytes) => Promise.resolve({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }),
    timeoutMs: 5000,
    signal,
  };
}

function capture(post: Post, answers: Readonly<Record<string, FakeAnswer>>): Promise<CapturedMedia> {
  return captureMedia(post, contextOf(openFakeDoor(answers)), { imageBytes: 100_000, videoBytes: 10_000 });
}

function captureArchived(answers: Readonly<Record<string, FakeAnswer>>): Promise<CapturedMedia> {
  const post = photoPost({ user: { screen_name: 'a' } });
  return captureMedia(post, contextOf(openFakeDoor(answers)), undefined, '2022-03-07T10:15:00.000Z');
}

describe('media of a post that a web archive shows', () => {
  const of = 'https://pbs.twimg.com/media/k.jpg';
  const kept = `https://web.archive.org/web/20220307101500im_/${of}:large`;
  const near = `https://web.archive.org/web/20220401000000im_/${of}:large`;

  it('are taken from X if they are there, else from the archive', async () => {
    const alive = await captureArchived({ [photo('orig')]: { status: 200, body: jpeg } });
    expect(alive.files['media/1.jpg']).toMatchObject({ from: photo('orig'), rung: 'orig' });
    const archived = await captureArchived({
      [kept]: { status: 302, headers: { location: near } },
      [near]: { status: 200, body: jpeg },
    });
    expect(archived.files['media/1.jpg']).toMatchObject({ of, from: near, rung: 'large', width: 60, height: 40 });
    const silent = await captureArchived({ [photo('orig')]: 'offline', [kept]: { status: 200, body: jpeg } });
    expect(silent.files['media/1.jpg']).toMatchObject({ from: kept });
    await expect(captureArchived({})).resolves.toMatchObject({ missing: [{ url: of, reason: 'HTTP 404' }] });
  });
});

describe('captureMedia', () => {
  it('keeps an image in its best size, and says where it came from', async () => {
    const { files, exchanges, missing } = await capture(photoPost(), {
      [photo('orig')]: { status: 200, body: jpeg },
      [avatar]: { status: 200, body: jpeg },
    });
    expect(Object.keys(files)).toEqual(['media/1.jpg', 'avatar/ada_example.jpg']);
    expect(files['media/1.jpg']).toMatchObject({
      bytes: jpeg.length,
      mediaType: 'image/jpeg',
      role: 'photo',
      of: 'https://pbs.twimg.com/media/k.jpg',
      from: photo('orig'),
      rung: 'orig',
      width: 60,
      height: 40,
    });
    expect(files['avatar/ada_example.jpg']).toMatchObject({ role: 'avatar', rung: 'orig', from: avatar });
    expect(exchanges).toHaveLength(2);
    expect(missing).toEqual([]);
  });

  it.each([404, 403, 410])('goes down the sizes past a %d', async (status) => {
    const { files, exchanges } = await capture(photoPost({ user: {} }), {
      [photo('orig')]: { status },
      [photo('4096x4096')]: { status },
      [photo('large')]: { status: 200, body: jpeg },
    });
    expect(files['media/1.jpg']).toMatchObject({ rung: 'large', from: photo('large') });
    expect(exchanges).toHaveLength(3);
  });

  it('goes down past a size that is too large', async () => {
    const { files } = await capture(photoPost({ user: {} }), {
      [photo('orig')]: { status: 200, body: Buffer.alloc(100_001) },
      [photo('4096x4096')]: { status: 200, body: jpeg },
    });
    expect(files['media/1.jpg']?.rung).toBe('4096x4096');
  });

  it('names what is nowhere, and keeps the rest', async () => {
    const { files, missing } = await capture(photoPost(), { [avatar]: { status: 200, body: jpeg } });
    expect(Object.keys(files)).toEqual(['avatar/ada_example.jpg']);
    expect(missing).toEqual([{ url: 'https://pbs.twimg.com/media/k.jpg', reason: 'HTTP 404' }]);
  });

  it.each([
    [{ status: 503 } as const, 'HTTP 503'],
    ['offline' as const, `${photo('orig')} could not be read: its name is not known.`],
  ])('does not settle for less while better may come back: %j', async (answer, reason) => {
    const { missing, exchanges } = await capture(photoPost({ user: {} }), {
      [photo('orig')]: answer,
      [photo('large')]: { status: 200, body: jpeg },
    });
    expect(missing).toEqual([{ url: 'https://pbs.twimg.com/media/k.jpg', reason }]);
    expect(exchanges).toHaveLength(1);
  });

  it.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a bomb', pngThatClaims(60_000, 60_000)],
    ['half a head', jpeg.subarray(0, 20)],
    ['a film', mp4],
  ])('keeps %s for an image as bytes that nobody decodes (safe)', async (_name, body) => {
    const { files } = await capture(photoPost({ user: {} }), { [photo('orig')]: { status: 200, body } });
    expect(files['media/1.bin']).toMatchObject({
      bytes: body.length,
      mediaType: 'application/octet-stream',
      width: null,
      height: null,
    });
  });

  it('does not ask hosts that have no media (safe)', async () => {
    const door = openFakeDoor({});
    const elsewhere = ['http://169.254.169.254/a.jpg', 'https://example.org/a.jpg', 'file:///etc/passwd'];
    const mediaDetails = elsewhere.map((media_url_https) => photoDetail('k', [0, 0], { media_url_https }));
    const { missing } = await captureMedia(photoPost({ mediaDetails, user: {} }), contextOf(door));
    expect(missing.map(({ reason }) => reason)).toEqual([
      'it is not on a host for media',
      'it is not on a host for media',
      'it is no URL of an image',
    ]);
    expect(door.asked).toEqual([]);
  });

  it('keeps the best file of a video, with the size its path says, and its poster', async () => {
    const { files } = await capture(videoPost(variant('low', 1), variant('high', 2)), {
      [film('high')]: { status: 200, body: mp4 },
      [film('low')]: { status: 200, body: mp4 },
      [photo('orig')]: { status: 200, body: jpeg },
    });
    expect(Object.keys(files)).toEqual(['media/1.mp4', 'media/1.poster.jpg']);
    expect(files['media/1.mp4']).toMatchObject({
      mediaType: 'video/mp4',
      role: 'video',
      of: film('high'),
      from: film('high'),
      rung: '1280x720',
      width: 1280,
      height: 720,
    });
  });

  it('takes a smaller file of a video if the best is gone or too large', async () => {
    const { files } = await capture(videoPost(variant('low', 1), variant('high', 2), variant('huge', 3)), {
      [film('huge')]: { status: 200, body: Buffer.alloc(10_001) },
      [film('low')]: { status: 200, body: mp4 },
    });
    expect(files['media/1.mp4']).toMatchObject({ of: film('low'), from: film('low') });
  });

  it('says what was left out for its size', async () => {
    const { files, missing } = await capture(videoPost(variant('low', 1), variant('huge', 3)), {
      [film('huge')]: { status: 200, body: Buffer.alloc(10_001) },
      [film('low')]: { status: 200, body: mp4 },
      [photo('orig')]: { status: 200, body: jpeg },
    });
    expect(files['media/1.mp4']).toMatchObject({ of: film('low'), rung: '1280x720' });
    const reason = 'the best has more than the 10000 bytes that are taken; kept is 1280x720';
    expect(missing).toEqual([{ url: film('huge'), reason }]);
  });

  it('keeps everything of the media of quotes and parents', async () => {
    const quoted = tweetResult({ id_str: '19', mediaDetails: [photoDetail('k', [0, 0])], user: {} });
    const parent = tweetResult({ id_str: '18', mediaDetails: [photoDetail('p', [0, 0])], user: {} });
    const post = readLivePost(tweetResult({ quoted_tweet: quoted, parent, user: {} }));
    const { files } = await capture(post, {
      [photo('orig')]: { status: 200, body: jpeg },
      [photo('orig').replace('/k?', '/p?')]: { status: 200, body: jpeg },
    });
    expect(Object.keys(files)).toEqual(['quote/media/1.jpg', 'parent/media/1.jpg']);
  });

  it('keeps the captions that the stream of a video names, and says which it could not have', async () => {
    const stream = { content_type: 'application/x-mpegURL', url: at('/pl/a.m3u8') };
    const names = ['en', 'de', 'fr'].map((tag) => `#EXT-X-MEDIA:TYPE=SUBTITLES,LANGUAGE="${tag}",URI="/s/${tag}.m3u8"`);
    const { files, missing } = await capture(videoPost(variant('high', 2), stream), {
      [film('high')]: { status: 200, body: mp4 },
      [at('/pl/a.m3u8')]: {
        status: 200,
        body: ['#EXTM3U', ...names, '#EXT-X-STREAM-INF:BANDWIDTH=1', '/pl/l.m3u8'].join('\n'),
      },
      [at('/s/en.m3u8')]: list('/s/1.vtt', '/s/2.vtt'),
      [at('/s/1.vtt')]: { status: 200, body: 'WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n' },
      [at('/s/2.vtt')]: { status: 200, body: 'WEBVTT\n\n00:03.000 --> 00:04.000\nTwo\n' },
      [at('/s/de.m3u8')]: { status: 200, body: '<html>' },
    });
    expect(files['media/1.en.vtt']).toMatchObject({
      mediaType: 'text/vtt',
      role: 'captions',
      of: film('high'),
      from: at('/s/en.m3u8'),
      rung: 'en',
      bytes: 65,
    });
    expect(Object.keys(files)).toEqual(['media/1.mp4', 'media/1.en.vtt']);
    expect(missing.filter(({ url }) => url.includes('/s/'))).toEqual([
      { url: at('/s/de.m3u8'), reason: 'it is neither WebVTT nor a playlist' },
      { url: at('/s/fr.m3u8'), reason: 'HTTP 404' },
    ]);
  });

  describe('of a video that is only a stream', () => {
    const stream = { content_type: 'application/x-mpegURL', url: at('/pl/a.m3u8') };
    const master = `#EXTM3U
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",URI="/pl/sound.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="a"
/pl/low.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=2,AUDIO="a"
/pl/high.m3u8`;
    const begin = { status: 200, body: mp4.subarray(0, 500) };
    const part = { status: 200, body: Buffer.from('\0\0\0\x18styp', 'latin1') };
    const answers: Readonly<Record<string, FakeAnswer>> = {
      [photo('orig')]: { status: 200, body: jpeg },
      [at('/pl/a.m3u8')]: { status: 200, body: master },
      [at('/pl/high.m3u8')]: list('/v/0.mp4', '/v/1.m4s', '/v/2.m4s'),
      [at('/pl/sound.m3u8')]: list('/s/0.mp4', '/s/1.m4s'),
      [at('/v/0.mp4')]: begin,
      [at('/v/1.m4s')]: part,
      [at('/v/2.m4s')]: part,
      [at('/s/0.mp4')]: begin,
      [at('/s/1.m4s')]: part,
    };

    it('keeps the playlists and every part of the best variant and its sound', async () => {
      const { files, missing, exchanges } = await capture(videoPost(stream), answers);
      expect(Object.keys(files).toSorted()).toEqual([
        'media/1.poster.jpg',
        'media/1.stream/audio.m3u8',
        'media/1.stream/audio/0000.mp4',
        'media/1.stream/audio/0001.m4s',
        'media/1.stream/master.m3u8',
        'media/1.stream/video.m3u8',
        'media/1.stream/video/0000.mp4',
        'media/1.stream/video/0001.m4s',
        'media/1.stream/video/0002.m4s',
      ]);
      expect(files['media/1.stream/master.m3u8']).toMatchObject({ role: 'document', of: stream.url, from: stream.url });
      expect(files['media/1.stream/video/0002.m4s']).toMatchObject({
        mediaType: 'video/iso.segment',
        from: at('/v/2.m4s'),
      });
      expect(exchanges).toHaveLength(9);
      const reason = 'there is only a stream of it; kept are 3 playlists and 5 of 5 parts';
      expect(missing).toEqual([{ url: stream.url, reason }]);
    });

    it.each([
      ['a part that is gone', { [at('/v/1.m4s')]: { status: 404 } }, '3 playlists and 4 of 5 parts: HTTP 404'],
      ['more than is taken', { [at('/v/0.mp4')]: { status: 200, body: Buffer.alloc(10_001) } }, '4 of 5 parts: '],
      ['a playlist that is none', { [at('/pl/a.m3u8')]: { status: 200, body: '<html>' } }, 'is no playlist'],
      [
        'parts on another host',
        { [at('/pl/high.m3u8')]: list('http://169.254.169.254/0.mp4') },
        'http://169.254.169.254/0.mp4 is not on a host for media',
      ],
    ])('says so of %s', async (_, changes, reason) => {
      const { missing } = await capture(videoPost(stream), { ...answers, ...changes });
      expect(missing).toHaveLength(1);
      expect(missing[0]?.reason).toContain(reason);
    });
  });

  it('goes on with a film that breaks off, and keeps it once it is whole', async () => {
    await using site = await serveLocally(
      (request, response) => {
        const first = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
        const head = { 'accept-ranges': 'bytes', etag: '"f"', 'content-length': mp4.length - first };
        const range = { 'content-range': `bytes ${first}-${mp4.length - 1}/${mp4.length}` };
        response.writeHead(first === 0 ? 200 : 206, first === 0 ? head : { ...head, ...range });
        if (first > 0) response.end(mp4.subarray(first));
        else response.write(mp4.subarray(0, 3000), () => setTimeout(() => response.destroy(), 20));
      },
      { tls: true },
    );
    await using proxy = await startLocalProxy({ https: site.port });
    await using local = openLocalDoor(site, { proxy: proxy.url, proxyCa: testAuthority });
    const { files, exchanges, missing } = await captureMedia(videoPost(variant('high', 2)), contextOf(local.door));
    expect(local.keeper.blobs.get(files['media/1.mp4']?.sha256 ?? '')).toEqual(mp4);
    const parts = exchanges.filter(({ url }) => url === film('high')).map(({ response }) => response?.body?.bytes);
    expect(parts).toEqual([3000, mp4.length - 3000]);
    expect(missing.filter(({ url }) => url === film('high'))).toEqual([]);
  });

  it('stops when the disk is full, or when it is told to', async () => {
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    await expect(capture(photoPost(), { [photo('orig')]: full })).rejects.toBe(full);
    const context = contextOf(openFakeDoor({ [photo('orig')]: new Error('ctrl-C') }));
    await expect(captureMedia(photoPost(), context)).rejects.toThrow('ctrl-C');
  });

  it('sends no Referer, and streams through the door', async () => {
    await using site = await serveLocally((_, response) => void response.end(jpeg), { tls: true });
    await using proxy = await startLocalProxy({ https: site.port });
    await using local = openLocalDoor(site, { proxy: proxy.url, proxyCa: testAuthority });
    const { files } = await captureMedia(photoPost(), contextOf(local.door));
    expect(Object.keys(files)).toEqual(['media/1.jpg', 'avatar/ada_example.jpg']);
    expect(local.keeper.blobs.get(files['media/1.jpg']?.sha256 ?? '')).toEqual(jpeg);
    expect(site.lastFields.map((field) => field.toLowerCase())).not.toContain('referer');
  });
});
