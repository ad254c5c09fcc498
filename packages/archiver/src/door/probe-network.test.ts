import { expect, it } from 'vitest';
import { testSettings } from '../../test/local-door.ts';
import { startLocalProxy } from '../../test/local-proxy.ts';
import { serveLocally, testAuthority } from '../../test/local-site.ts';
import { createMemoryKeeper } from '../../test/memory-keeper.ts';
import { openDoor } from './open-door.ts';
import { probeNetwork } from './probe-network.ts';

const { signal } = new AbortController();

it.each([200, 404, 503])('an answer of status %d is a network', async (status) => {
  await using site = await serveLocally((_, response) => void response.writeHead(status).end(), { tls: true });
  await using proxy = await startLocalProxy({ https: site.port });
  const keeper = createMemoryKeeper();
  await using door = openDoor({ ...testSettings, proxy: proxy.url, proxyCa: testAuthority }, keeper);
  await expect(probeNetwork(door, signal)).resolves.toBe('online');
  expect(site.requests).toEqual(['HEAD https://t.co/']);
  expect(keeper.blobs.size).toBe(0);
});

it('a certificate that is not trusted is a network, too', async () => {
  await using site = await serveLocally((_, response) => void response.end(), { tls: true });
  await using proxy = await startLocalProxy({ https: site.port });
  await using door = openDoor({ ...testSettings, proxy: proxy.url }, createMemoryKeeper());
  await expect(probeNetwork(door, signal)).resolves.toBe('online');
});

it('a proxy that finds no way is none', async () => {
  await using proxy = await startLocalProxy({}, 503);
  await using door = openDoor({ ...testSettings, proxy: proxy.url }, createMemoryKeeper());
  await expect(probeNetwork(door, signal)).resolves.toBe('offline');
});

it('no proxy is none', async () => {
  await using door = openDoor({ ...testSettings, proxy: 'http://127.0.0.1:9' }, createMemoryKeeper());
  await expect(probeNetwork(door, signal)).resolves.toBe('offline');
});

it('the caller may stop it', async () => {
  await using door = openDoor({ ...testSettings, proxy: 'http://127.0.0.1:9' }, createMemoryKeeper());
  await expect(probeNetwork(door, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
});
