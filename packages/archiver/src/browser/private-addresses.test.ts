import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasTestBrowser } from '../../test/browser/find-test-browser.ts';
import { testSettings } from '../../test/local-door.ts';
import { startLocalProxy } from '../../test/local-proxy.ts';
import { serveLocally } from '../../test/local-site.ts';
import { createMemoryKeeper } from '../../test/memory-keeper.ts';
import { privateHosts } from '../../test/private-hosts.ts';
import { assembleDoor } from '../door/assemble-door.ts';
import { publicNetwork } from '../door/network.ts';
import { createBrowserHandle } from './browser-handle.ts';

const hasBrowser = await hasTestBrowser('private addresses');
const browser = createBrowserHandle();

/** A list that has every host: what is refused is refused for its address. */
const everywhere: ReadonlySet<string> = Object.assign(new Set<string>(), { has: () => true });

describe.skipIf(!hasBrowser)(`${privateHosts.length} notations of addresses that are not public, in Chromium`, () => {
  let connections = 0;
  const listener = net.createServer((socket) => {
    connections += 1;
    socket.on('error', () => {});
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\nconnection: close\r\n\r\nsecret');
  });
  let port = 0;
  let urls: readonly string[] = [];

  beforeAll(async () => {
    // On all addresses of this machine, old and new.
    await new Promise<void>((resolve) => listener.listen(0, resolve));
    ({ port } = listener.address() as AddressInfo);
    urls = privateHosts.map((host) => `http://${host}:${port}/`);
  });
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    listener.close();
  });

  /** The door as it is, but for the port of the listener: no notation is refused for that. */
  function openOpenDoor(proxy: string | null) {
    const network = { ...publicNetwork, extraPorts: new Set([String(port)]) };
    return assembleDoor(
      { ...testSettings, proxy, allowedHosts: { 'x-embed': everywhere } },
      createMemoryKeeper(),
      network,
    );
  }

  async function openPage(proxy: Awaited<ReturnType<ReturnType<typeof openOpenDoor>['openBrowserProxy']>>) {
    return browser.openPage({ proxy, encodings: 'identity', signal: AbortSignal.timeout(60_000) });
  }

  test('connect to nothing as navigations (safe)', async () => {
    await using door = openOpenDoor(null);
    await using capture = await openPage(await door.openBrowserProxy('x-embed'));
    const statuses: (number | null)[] = [];
    for (const url of urls) {
      const answer = await capture.page.goto(url, { waitUntil: 'commit' }).catch(() => null);
      statuses.push(answer?.status() ?? null);
    }
    // Chromium shows the refusal of its proxy as the answer, or refuses by itself what is no host.
    expect([statuses.length, statuses.filter((status) => status === 200)]).toEqual([34, []]);
    expect(connections).toBe(0);
  });

  test('connect to nothing as images, frames and questions of a page (safe)', async () => {
    await using door = openOpenDoor(null);
    await using capture = await openPage(await door.openBrowserProxy('x-embed'));
    const asked = new Set<string>();
    capture.page.on('request', (request) => asked.add(request.url()));
    const parts = urls.map((url) => `<img src="${url}img"><iframe src="${url}frame"></iframe>`);
    await capture.page.setContent(parts.join(''), { waitUntil: 'commit' });
    const texts = await capture.page.evaluate(
      (all) => Promise.all(all.map((url) => fetch(`${url}fetch`, { mode: 'no-cors' }).then(String, () => 'refused'))),
      urls,
    );
    await capture.page.waitForFunction(() => Array.from(document.images).every((image) => image.complete));
    // Several notations are of one address.
    expect([texts.length, asked.size > 40]).toEqual([34, true]);
    expect(connections).toBe(0);
  });

  test('connect to nothing as redirects of a page that may be asked, behind a proxy (safe)', async () => {
    await using site = await serveLocally((request, response) => {
      const index = /^\/to\/(\d{1,2})$/.exec(request.url ?? '')?.[1];
      if (index === undefined) {
        response.setHeader('content-type', 'text/html');
        response.end(urls.map((_, number) => `<img src="/to/${number}">`).join(''));
      } else response.writeHead(302, { location: new URL(urls[Number(index)] ?? '').href }).end();
    });
    await using outer = await startLocalProxy({ http: site.port, https: site.port });
    await using door = openOpenDoor(outer.url);
    await using capture = await openPage(await door.openBrowserProxy('x-embed'));
    await capture.page.goto('http://site.example/', { waitUntil: 'load' });
    await capture.page.waitForFunction(() => Array.from(document.images).every((image) => image.complete));
    const shown = await capture.page.evaluate(() => Array.from(document.images, (image) => image.naturalWidth));
    expect(shown).toEqual(Array(34).fill(0));
    expect(site.requests.filter((line) => line.includes('/to/')).length).toBe(34);
    // Nor was the proxy behind the door asked for any of them.
    expect(outer.asked.filter((target) => !target.includes('site.example'))).toEqual([]);
    expect(connections).toBe(0);
    console.log(`${urls.length} notations × 3 ways in Chromium: ${connections} connections`);
  });

  test('would have been counted, had they connected', async () => {
    await expect(fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.text())).resolves.toBe('secret');
    expect(connections).toBe(1);
  });
});
