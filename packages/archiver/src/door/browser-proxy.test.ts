import http from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openLocalDoor, testSettings } from '../../test/local-door.ts';
import { startLocalProxy } from '../../test/local-proxy.ts';
import { serveLocally, testAuthority } from '../../test/local-site.ts';
import { createMemoryKeeper } from '../../test/memory-keeper.ts';
import { privateHosts } from '../../test/private-hosts.ts';
import { openDoor } from './open-door.ts';

/** A list that has every host: what is refused is refused for its address. */
const everywhere: ReadonlySet<string> = Object.assign(new Set<string>(), { has: () => true });

/** Ask a proxy for a tunnel, and for `/` through it. */
function connect(proxy: string, target: string): Promise<{ status: number; answer: string }> {
  const { hostname, port } = new URL(proxy);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, method: 'CONNECT', path: target });
    request.on('error', reject);
    request.on('connect', (response, socket: Socket) => {
      const status = response.statusCode ?? 0;
      if (status !== 200) {
        socket.destroy();
        return resolve({ status, answer: '' });
      }
      let answer = '';
      socket.setEncoding('utf8');
      socket.on('data', (text: string) => (answer += text));
      socket.on('error', reject);
      socket.on('close', () => resolve({ status, answer }));
      return socket.write('GET / HTTP/1.1\r\nhost: t.co\r\nconnection: close\r\n\r\n');
    });
    request.end();
  });
}

function get(proxy: string, url: string): Promise<number> {
  const { hostname, port } = new URL(proxy);
  return new Promise((resolve, reject) => {
    const request = http.get({ hostname, port, path: url, headers: { host: new URL(url).host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
  });
}

/** How much of an answer comes until it ends, one way or another. */
function lengthOf(proxy: string, url: string): Promise<number> {
  const { hostname, port } = new URL(proxy);
  return new Promise((resolve, reject) => {
    const request = http.get({ hostname, port, path: url, headers: { host: new URL(url).host } }, (response) => {
      let length = 0;
      response.on('data', (chunk: Uint8Array) => (length += chunk.length));
      response.on('error', () => {});
      response.on('close', () => resolve(length));
    });
    request.on('error', reject);
  });
}

describe('the browser proxy', () => {
  it('listens on loopback, tunnels to allowed hosts, and knows where they are', async () => {
    await using site = await serveLocally((_, response) => void response.end('hello'));
    await using local = openLocalDoor(site);
    const proxy = await local.door.openBrowserProxy('x-embed');
    expect(proxy.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(proxy.acceptProxyCertificates).toBe(false);
    expect(proxy.addressOf('t.co')).toBeNull();
    const { status, answer } = await connect(proxy.url, `t.co:${site.port}`);
    expect(status).toBe(200);
    expect(answer).toContain('hello');
    expect(proxy.addressOf('t.co')).toBe('127.0.0.1');
    await expect(get(proxy.url, `http://x.com:${site.port}/`)).resolves.toBe(200);
    await expect(local.door.openBrowserProxy('x-embed')).resolves.toBe(proxy);
  });

  it('closes with the door, with everything that still goes through it', async () => {
    await using site = await serveLocally((_, response) => void response.write('.'));
    const { door } = openLocalDoor(site);
    const proxy = await door.openBrowserProxy('x-embed');
    const open = connect(proxy.url, `t.co:${site.port}`);
    setTimeout(() => void door[Symbol.asyncDispose](), 50);
    await open.catch(() => null);
    await expect(connect(proxy.url, `t.co:${site.port}`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it.each(['example.com:443', 't.co.example.com:443', 't%2Eco:443', 't.co:22'])('refuses %s (safe)', async (target) => {
    await using door = openDoor(testSettings, createMemoryKeeper());
    const proxy = await door.openBrowserProxy('x-embed');
    await expect(connect(proxy.url, target)).resolves.toMatchObject({ status: 403 });
  });

  it(`refuses ${privateHosts.length} notations of addresses that are not public, though their host were on the list (safe)`, async () => {
    await using door = openDoor({ ...testSettings, allowedHosts: { 'x-embed': everywhere } }, createMemoryKeeper());
    const proxy = await door.openBrowserProxy('x-embed');
    // Browsers turn full-width digits into others before they ask.
    const hosts = privateHosts.filter((host) => /^[!-~]+$/.test(host));
    const answers = await Promise.all(hosts.map((host) => connect(proxy.url, `${host}:443`)));
    const statuses = answers.map(({ status }) => status);
    // A host that is none at all is a bad request.
    expect(statuses.filter((status) => status !== 403 && status !== 400)).toEqual([]);
    expect(statuses.filter((status) => status === 403).length).toBeGreaterThan(privateHosts.length - 4);
  });

  it('breaks off what goes on for longer than a body may be, in a tunnel and without one (safe)', async () => {
    let sent = 0;
    const chunk = 'x'.repeat(65_536);
    await using site = await serveLocally((request, response) => {
      const goOn = (): void => {
        while (sent < 50_000_000) {
          sent += chunk.length;
          if (!response.write(chunk)) {
            response.once('drain', goOn);
            return;
          }
        }
        response.end();
      };
      sent = 0;
      goOn();
      request.on('error', () => {});
    });
    await using local = openLocalDoor(site, { maxConnectionBytes: 1_000_000 });
    const proxy = await local.door.openBrowserProxy('x-embed');
    const { status, answer } = await connect(proxy.url, `t.co:${site.port}`);
    expect([status, answer.length > 500_000, answer.length < 2_000_000]).toEqual([200, true, true]);
    expect(sent).toBeLessThan(20_000_000);
    await expect(lengthOf(proxy.url, `http://t.co:${site.port}/`)).resolves.toBeLessThan(2_000_000);
    expect(sent).toBeLessThan(20_000_000);
  });

  it('refuses the same of plain requests, and other schemes (safe)', async () => {
    await using door = openDoor(testSettings, createMemoryKeeper());
    const { url } = await door.openBrowserProxy('x-embed');
    await expect(get(url, 'http://example.com/')).resolves.toBe(403);
    await expect(get(url, 'http://169.254.169.254/latest/')).resolves.toBe(403);
    await expect(get(url, 'ftp://t.co/')).resolves.toBe(400);
  });

  it('does not connect to an allowed name that leads to a private address (safe)', async () => {
    await using site = await serveLocally((_, response) => void response.end('secret'));
    await using door = openDoor(
      { ...testSettings, allowedHosts: { 'x-embed': new Set(['localhost']) } },
      createMemoryKeeper(),
    );
    const proxy = await door.openBrowserProxy('x-embed');
    await expect(connect(proxy.url, 'localhost:443')).rejects.toThrow();
    expect(proxy.addressOf('localhost')).toBeNull();
    expect(site.requests).toEqual([]);
  });

  it('chains to the proxy of the settings, and checks hosts all the same (safe)', async () => {
    await using site = await serveLocally((_, response) => void response.end('hello'));
    await using outer = await startLocalProxy({ http: site.port, https: site.port });
    const settings = { ...testSettings, proxy: outer.url, proxyCa: testAuthority };
    await using door = openDoor(settings, createMemoryKeeper());
    const proxy = await door.openBrowserProxy('x-embed');
    expect(proxy.acceptProxyCertificates).toBe(true);
    await expect(connect(proxy.url, 't.co:443')).resolves.toMatchObject({ status: 200 });
    await expect(get(proxy.url, 'http://t.co/')).resolves.toBe(200);
    expect(outer.asked).toEqual(['t.co:443', 'http://t.co/']);
    expect(proxy.addressOf('t.co')).toBeNull();
    await expect(connect(proxy.url, '127.0.0.1:443')).resolves.toMatchObject({ status: 403 });
    await expect(connect(proxy.url, 'example.com:443')).resolves.toMatchObject({ status: 403 });
    expect(outer.asked).toHaveLength(2);
  });
});

describe('the proxy of a web page', () => {
  it('leads to any name that is on the public internet, each page by a way of its own', async () => {
    await using site = await serveLocally((_, response) => void response.end('hello'));
    await using local = openLocalDoor(site);
    await using page = await local.door.openPageProxy();
    const { status, answer } = await connect(page.url, `news.example:${site.port}`);
    expect(status).toBe(200);
    expect(answer).toContain('hello');
    expect(page.addressOf('news.example')).toBe('127.0.0.1');
    await using other = await local.door.openPageProxy();
    expect(other.url).not.toBe(page.url);
    const { url } = await local.door.openBrowserProxy('x-embed');
    await expect(connect(url, `news.example:${site.port}`)).resolves.toMatchObject({ status: 403 });
  });

  it('ends with the page, and all that goes through it', async () => {
    await using site = await serveLocally((_, response) => void response.write('.'));
    await using local = openLocalDoor(site);
    const page = await local.door.openPageProxy();
    const open = connect(page.url, `news.example:${site.port}`);
    setTimeout(() => void page[Symbol.asyncDispose](), 50);
    await open.catch(() => null);
    await expect(connect(page.url, `news.example:${site.port}`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('refuses addresses that are not public, other ports, and names of local networks (safe)', async () => {
    await using door = openDoor(testSettings, createMemoryKeeper());
    await using page = await door.openPageProxy();
    const hosts = privateHosts.filter((host) => /^[!-~]+$/.test(host));
    const targets = [
      ...hosts.map((host) => `${host}:443`),
      'localhost:443',
      'printer:80',
      'metadata.google.internal:80',
      'news.example:22',
      'news.example:8080',
    ];
    const answers = await Promise.all(targets.map((target) => connect(page.url, target)));
    expect(answers.filter(({ status }) => status !== 403 && status !== 400)).toEqual([]);
    expect(answers.filter(({ status }) => status === 403).length).toBeGreaterThan(targets.length - 4);
  });

  it('does not connect to a name that leads to a private address (safe)', async () => {
    await using site = await serveLocally((_, response) => void response.end('secret'));
    await using local = openLocalDoor(site, {}, undefined, { isAllowedAddress: () => false });
    await using page = await local.door.openPageProxy();
    await expect(connect(page.url, `rebound.example:${site.port}`)).rejects.toThrow();
    expect(site.requests).toEqual([]);
  });

  it('leaves a host alone that asked for it', async () => {
    await using site = await serveLocally((_, response) => void response.end('hello'));
    await using local = openLocalDoor(site);
    await using page = await local.door.openPageProxy();
    const signal = AbortSignal.timeout(5000);
    using turn = await local.door.takeTurn({ scope: 'short-links', url: `http://t.co:${site.port}/` }, 0, signal);
    turn.hear(429, new Map([['retry-after', '60']]));
    await expect(connect(page.url, `t.co:${site.port}`)).resolves.toMatchObject({ status: 503 });
    await expect(connect(page.url, `x.com:${site.port}`)).resolves.toMatchObject({ status: 200 });
    await expect(
      local.door.takeTurn({ scope: 'short-links', url: `http://news.example:${site.port}/` }, 0, signal),
    ).rejects.toThrow('not among the hosts');
    using other = await local.door.takeTurn({ scope: 'web', url: `http://news.example:${site.port}/` }, 0, signal);
    expect(other.heldFor()).toBe(0);
  });
});
