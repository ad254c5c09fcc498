import { describe, expect, it } from 'vitest';
import { failureOf } from '../../test/failure-of.ts';
import { testSettings } from '../../test/local-door.ts';
import { startLocalProxy } from '../../test/local-proxy.ts';
import { serveLocally, testAuthority } from '../../test/local-site.ts';
import { createMemoryKeeper } from '../../test/memory-keeper.ts';
import { HostNotAllowedError, PrivateAddressError } from './door-error.ts';
import { openDoor } from './open-door.ts';

describe('with a proxy', () => {
  it('everything goes through it, over TLS that its authority may sign', async () => {
    await using plain = await serveLocally((_, response) => void response.end('plain'));
    await using secure = await serveLocally((_, response) => void response.end('secure'), { tls: true });
    await using proxy = await startLocalProxy({ http: plain.port, https: secure.port });
    const keeper = createMemoryKeeper();
    const withPassword = proxy.url.replace('http://', 'http://user:secret@');
    await using door = openDoor({ ...testSettings, proxy: withPassword, proxyCa: testAuthority }, keeper);
    const over = await door.ask({ scope: 'short-links', url: 'https://t.co/a' });
    await expect(over.text()).resolves.toBe('secure');
    expect(over.exchange).toMatchObject({ remoteAddress: null, request: { headSource: 'verbatim' } });
    expect(over.exchange.request.head).toMatch(/^GET \/a HTTP\/1\.1\r\nhost: t\.co\r\n/);
    const clear = await door.ask({ scope: 'short-links', url: 'http://t.co/b' });
    await expect(clear.text()).resolves.toBe('plain');
    expect(clear.exchange.remoteAddress).toBeNull();
    expect(proxy.asked).toEqual(['t.co:443', 'http://t.co/b']);
    expect(JSON.stringify([over.exchange, clear.exchange])).not.toMatch(/proxy-authorization|secret|dXNlcj/i);
  });

  it('a certificate of an unknown authority is refused (safe)', async () => {
    await using secure = await serveLocally((_, response) => void response.end('secure'), { tls: true });
    await using proxy = await startLocalProxy({ https: secure.port });
    await using door = openDoor({ ...testSettings, proxy: proxy.url }, createMemoryKeeper());
    const error = await failureOf(door.ask({ scope: 'short-links', url: 'https://t.co/a' }));
    expect(error).toMatchObject({ name: 'UnreachableError', offline: false });
    expect(error.message).toContain('certificate is not trusted');
    expect(error.exchanges).toHaveLength(1);
    expect(secure.requests).toEqual([]);
  });

  it('literal addresses and hosts off the list are refused all the same (safe)', async () => {
    await using proxy = await startLocalProxy({});
    await using door = openDoor({ ...testSettings, proxy: proxy.url }, createMemoryKeeper());
    for (const host of ['127.0.0.1', '0x7f.1', '[::ffff:7f00:1]', '169.254.169.254']) {
      await expect(door.ask({ scope: 'short-links', url: `http://${host}/` })).rejects.toThrow(PrivateAddressError);
    }
    await expect(door.ask({ scope: 'short-links', url: 'https://example.com/' })).rejects.toThrow(HostNotAllowedError);
    expect(proxy.asked).toEqual([]);
  });

  it.each([
    [502, true],
    [403, false],
    [407, false],
  ])('that answers %d to a CONNECT, it is said so', async (status, offline) => {
    await using proxy = await startLocalProxy({}, status);
    await using door = openDoor({ ...testSettings, proxy: proxy.url }, createMemoryKeeper());
    const error = await failureOf(door.ask({ scope: 'short-links', url: 'https://t.co/a' }));
    expect(error).toMatchObject({ name: 'UnreachableError', offline });
    expect(error.message).toContain('proxy');
    const head = expect.stringMatching(/^GET \/a HTTP/) as string;
    expect(error.exchanges[0]).toMatchObject({ response: null, request: { head, headSource: 'synthesised' } });
  });

  it('that is not there, it looks like no network', async () => {
    await using door = openDoor({ ...testSettings, proxy: 'http://127.0.0.1:9' }, createMemoryKeeper());
    const error = await failureOf(door.ask({ scope: 'short-links', url: 'https://t.co/a', retries: 0 }));
    expect(error).toMatchObject({ name: 'UnreachableError', offline: true });
  });
});
