import { describe, expect, it } from 'vitest';
import type { FakeAnswer } from '../../test/fake-door.ts';
import { openLocalDoor } from '../../test/local-door.ts';
import { startLocalProxy } from '../../test/local-proxy.ts';
import { serveLocally, testAuthority } from '../../test/local-site.ts';
import { capture, contextOf, film, jpeg, mp4, photo, variant, videoPost } from '../../test/media-posts.ts';
import { captureMedia } from './capture-media.ts';

const at = (path: string): string => `https://video.twimg.com${path}`;
const list = (...urls: readonly string[]): FakeAnswer => ({
  status: 200,
  body: `#EXTM3U\n#EXT-X-MAP:URI="${urls[0]}"\n${urls.slice(1).join('\n')}`,
});

describe('captureMedia of a video', () => {
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
});
