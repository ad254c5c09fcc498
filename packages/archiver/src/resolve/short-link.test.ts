import { Keyv } from 'keyv';
import { describe, expect, it } from 'vitest';
import { type FakeDoor, openFakeDoor } from '../../test/fake-door.ts';
import { resolveShortLink } from './short-link.ts';
import type { ShortLink } from './short-link-outcome.ts';

const status = 'https://twitter.com/NASAWatch/status/1500127395262201857/photo/1';
const link = 'https://pic.twitter.com/fj2coK1xR1';

const resolve = (door: FakeDoor, url = link, cache = new Keyv()): Promise<ShortLink> =>
  resolveShortLink(url, door, cache);
const redirect = (location: string, code = 301): { status: number; headers: Record<string, string> } => ({
  status: code,
  headers: { location },
});

const warning = (url: string): string =>
  `https://twitter.com/safety/unsafe_link_warning?unsafe_link=${encodeURIComponent(url)}`;

describe('resolveShortLink', () => {
  it('reads the post from the status URL a link leads to, and does not ask for that', async () => {
    const door = openFakeDoor({ [link]: redirect(status) });
    const found = await resolve(door);
    expect(found).toMatchObject({
      kind: 'status',
      id: '1500127395262201857',
      handle: 'NASAWatch',
      url: status,
      hops: [link, status],
      exchanges: { length: 1 },
    });
    expect(door.asked).toEqual([link]);
  });

  it('follows a link through other short links and pages of X', async () => {
    const door = openFakeDoor({
      [link]: redirect('http://t.co/abc', 302),
      'https://t.co/abc': redirect('http://x.com/x/migrate?tok=1', 307),
      'https://x.com/x/migrate?tok=1': redirect('/NASAWatch/status/1500127395262201857', 308),
    });
    await expect(resolve(door)).resolves.toMatchObject({ kind: 'status', exchanges: { length: 3 } });
  });

  it.each([
    ['meta refresh', `<head><noscript><META http-equiv="refresh" content="0;URL=${status}"></noscript></head>`],
    ['meta refresh in other quotes', `<meta content='0; url=${status}' http-equiv='Refresh' />`],
    ['location.replace', `<script>window.opener = null; location.replace("${status.replaceAll('/', '\\/')}")</script>`],
  ])('reads the page that browsers get: %s', async (_, page) => {
    const door = openFakeDoor({ [link]: { status: 200, body: page } });
    await expect(resolve(door)).resolves.toMatchObject({ kind: 'status', id: '1500127395262201857' });
  });

  it('reads ampersands of a meta refresh as they are meant', async () => {
    const page = '<meta http-equiv="refresh" content="0;URL=https://example.com/?a=1&amp;b=2">';
    const door = openFakeDoor({ [link]: { status: 200, body: page } });
    await expect(resolve(door)).resolves.toMatchObject({ kind: 'other', url: 'https://example.com/?a=1&b=2' });
  });

  it('takes a link out of the warning that X wraps it in', async () => {
    const toPost = openFakeDoor({ [link]: redirect(warning(status)) });
    await expect(resolve(toPost)).resolves.toMatchObject({ kind: 'status', id: '1500127395262201857' });
    const away = openFakeDoor({ [link]: redirect(warning('https://example.com/')) });
    await expect(resolve(away)).resolves.toMatchObject({ kind: 'other', url: 'https://example.com/' });
  });

  it.each(['https://example.com/page', 'http://169.254.169.254/latest/', 'file:///etc/passwd', 'javascript:alert(1)'])(
    'does not ask for %s (safe)',
    async (location) => {
      const door = openFakeDoor({ [link]: redirect(location) });
      await expect(resolve(door)).resolves.toMatchObject({ kind: 'other', url: location });
      expect(door.asked).toEqual([link]);
    },
  );

  it('ends on a page of X that leads no further', async () => {
    const page = '<meta http-equiv="refresh" content="0;URL=/?mx=2">';
    const door = openFakeDoor({
      [link]: redirect('https://x.com/NASAWatch'),
      'https://x.com/NASAWatch': { status: 200, body: page },
    });
    await expect(resolve(door)).resolves.toMatchObject({ kind: 'other', url: 'https://x.com/NASAWatch' });
  });

  it('gives up after five hops (safe)', async () => {
    const door = openFakeDoor({ [link]: redirect(link) });
    await expect(resolve(door)).resolves.toMatchObject({
      kind: 'unreachable',
      reason: 'it makes more than 5 hops',
      exchanges: { length: 5 },
    });
  });

  it.each([404, 410])('calls a link that answers %d gone', async (code) => {
    const door = openFakeDoor({ [link]: { status: code } });
    await expect(resolve(door)).resolves.toMatchObject({ kind: 'gone', status: code });
  });

  it.each([
    [{ status: 200, body: '<p>Nothing here' }, 'its page names no destination'],
    [{ status: 301 }, 'it answered HTTP 301'],
    [{ status: 403 }, 'it answered HTTP 403'],
    [
      { status: 429, retryAt: Date.UTC(2026, 0, 1) },
      'it answered HTTP 429, and wants no requests before 2026-01-01T00:00:00.000Z',
    ],
    ['offline' as const, `${link} could not be read: its name is not known.`],
  ])('says why nobody can tell: %j', async (answer, reason) => {
    const door = openFakeDoor({ [link]: answer });
    await expect(resolve(door)).resolves.toMatchObject({ kind: 'unreachable', reason, exchanges: { length: 1 } });
  });

  it('asks for the link itself, without what clings to it', async () => {
    const door = openFakeDoor({ 'https://t.co/abc': redirect(status) });
    await resolve(door, 'http://t.co/abc/?amp=1#x');
    expect(door.asked).toEqual(['https://t.co/abc']);
  });

  it('needs to ask nobody about what is no short link', async () => {
    const door = openFakeDoor({});
    await expect(resolve(door, status)).resolves.toMatchObject({ kind: 'status', hops: [status], exchanges: [] });
    await expect(resolve(door, 'https://t.co/')).resolves.toMatchObject({ kind: 'other' });
    await expect(resolve(door, 'not a link')).resolves.toMatchObject({ kind: 'other' });
    expect(door.asked).toEqual([]);
  });

  it('passes on the reason of an abort, and what the archive throws', async () => {
    const door = openFakeDoor({ [link]: new Error('ctrl-C') });
    await expect(resolve(door)).rejects.toThrow('ctrl-C');
  });
});

describe('the cache', () => {
  it.each([
    [status, 'status'],
    ['https://example.com/', 'other'],
  ])('remembers that a link leads to %s, under either host', async (location, kind) => {
    const cache = new Keyv();
    const door = openFakeDoor({ [link]: redirect(location) });
    const first = await resolve(door, link, cache);
    const again = await resolve(door, link.replace('pic.twitter.com', 't.co'), cache);
    expect(again).toEqual({ ...first, exchanges: [] });
    expect(again.kind).toBe(kind);
    expect(door.asked).toHaveLength(1);
  });

  it.each([[{ status: 404 }], [{ status: 500 }], ['offline' as const]])('forgets %j', async (answer) => {
    const cache = new Keyv();
    const door = openFakeDoor({ [link]: answer });
    await resolve(door, link, cache);
    await resolve(door, link, cache);
    expect(door.asked).toHaveLength(2);
  });

  it.each([
    null,
    'x',
    {},
    { kind: 'gone', status: 404 },
    { kind: 'other' },
    { kind: 'status', id: '../x', handle: null, url: status, hops: [] },
    { kind: 'status', id: 1, handle: null, url: status, hops: [] },
    { kind: 'status', id: '1', handle: 1, url: status, hops: [] },
    { kind: 'status', id: '1', handle: null, url: status, hops: [1] },
    { kind: 'status', id: '1', handle: null, url: status },
  ])('is not believed when it says %j (safe)', async (value) => {
    const cache = new Keyv();
    await cache.set('short-link:fj2coK1xR1', value);
    const door = openFakeDoor({ [link]: redirect(status) });
    await expect(resolve(door, link, cache)).resolves.toMatchObject({ kind: 'status', id: '1500127395262201857' });
    expect(door.asked).toHaveLength(1);
  });

  it('may be broken', async () => {
    const cache = new Keyv();
    cache.get = () => Promise.reject(new Error('broken'));
    cache.set = () => Promise.reject(new Error('broken'));
    const door = openFakeDoor({ [link]: redirect(status) });
    await expect(resolve(door, link, cache)).resolves.toMatchObject({ kind: 'status' });
  });
});
