import { describe, expect, it } from 'vitest';
import { type FakeAnswer, openFakeDoor } from '../../test/fake-door.ts';
import { openLocalDoor } from '../../test/local-door.ts';
import { startLocalProxy } from '../../test/local-proxy.ts';
import { serveLocally, testAuthority } from '../../test/local-site.ts';
import { capture, contextOf, jpeg, mp4, photo, photoPost } from '../../test/media-posts.ts';
import { pngThatClaims } from '../../test/png-that-claims.ts';
import { readLivePost } from '../../test/read-payload.ts';
import { photoDetail, tweetResult } from '../../test/tweet-result.ts';
import { type CapturedMedia, captureMedia } from './capture-media.ts';

const avatar = 'https://pbs.twimg.com/profile_images/1/face.jpg';

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
