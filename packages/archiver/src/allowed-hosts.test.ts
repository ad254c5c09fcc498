import http from 'node:http';
import { afterAll, describe, expect, it, test } from 'vitest';
import { hasTestBrowser } from '../test/browser/find-test-browser.ts';
import { testSettings } from '../test/local-door.ts';
import { startLocalProxy } from '../test/local-proxy.ts';
import { serveLocally } from '../test/local-site.ts';
import { createMemoryKeeper } from '../test/memory-keeper.ts';
import { listAllowedHosts } from './allowed-hosts.ts';
import { createBrowserHandle } from './browser/browser-handle.ts';
import { checkUrl } from './door/check-url.ts';
import { publicNetwork } from './door/network.ts';
import { openDoor } from './door/open-door.ts';
import type { Scope } from './door/scope.ts';
import { witnessNames } from './witness-name.ts';
import { xSites } from './x-sites.ts';

const allowedHosts = listAllowedHosts(witnessNames);

/** Whom each may ask, written out: a host that moves in the table must be moved here on purpose. */
const expected = {
  'short-links': 't.co pic.twitter.com pic.x.com twitter.com www.twitter.com mobile.twitter.com x.com www.x.com',
  'x-embed': 'platform.twitter.com cdn.syndication.twimg.com abs.twimg.com abs-0.twimg.com pbs.twimg.com',
  'x-syndication': 'cdn.syndication.twimg.com',
  'x-oembed': 'publish.twitter.com',
  'guest-graphql': 'api.x.com',
  fxtwitter: 'api.fxtwitter.com',
  vxtwitter: 'api.vxtwitter.com',
  wayback: 'web.archive.org',
  media: 'pbs.twimg.com video.twimg.com abs.twimg.com',
  'time-stamps': '',
} satisfies Record<Exclude<Scope, 'web'>, string>;

const scopes = Object.keys(expected) as (keyof typeof expected)[];
const allHosts = [...new Set(Object.values(expected).flatMap((hosts) => hosts.split(' ').filter(Boolean)))];

/** What a proxy for a browser answers to CONNECT. */
function connect(proxy: string, target: string): Promise<number> {
  const { hostname, port } = new URL(proxy);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, method: 'CONNECT', path: target });
    request.on('error', reject);
    request.on('connect', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode ?? 0);
    });
    request.end();
  });
}

describe(`${scopes.length} who ask, and ${allHosts.length} hosts`, () => {
  it.each(scopes)('lets %s through to its own alone (safe)', (scope) => {
    const hosts = allowedHosts[scope] ?? new Set();
    const reached = [...allHosts, 'example.com', 'evil.t.co'].filter((host) => {
      try {
        return checkUrl(`https://${host}/`, { ...publicNetwork, scope, allowedHosts: hosts }).hostname === host;
      } catch {
        return false;
      }
    });
    expect(reached.toSorted()).toEqual(expected[scope].split(' ').filter(Boolean).toSorted());
  });

  it('lets witnesses that nobody named reach nobody (safe)', () => {
    const unnamed = listAllowedHosts([]);
    expect(witnessNames.filter((name) => unnamed[name] !== undefined)).toEqual([]);
  });

  it('holds for browsers as well: each has a way that leads to its own hosts alone (safe)', async () => {
    await using outer = await startLocalProxy({});
    await using door = openDoor({ ...testSettings, allowedHosts, proxy: outer.url }, createMemoryKeeper());
    const proxy = await door.openBrowserProxy('x-embed');
    const other = await door.openBrowserProxy('x-oembed');
    expect(other.url).not.toBe(proxy.url);
    const refused: string[] = [];
    for (const host of allHosts) if ((await connect(proxy.url, `${host}:443`)) === 403) refused.push(host);
    const own = expected['x-embed'].split(' ');
    expect(refused).toEqual(allHosts.filter((host) => !own.includes(host)));
    await expect(connect(other.url, 'platform.twitter.com:443')).resolves.toBe(403);
    expect(outer.asked).toEqual(own.map((host) => `${host}:443`).toSorted(byFirst(allHosts)));
  });
});

function byFirst(order: readonly string[]): (one: string, other: string) => number {
  const rank = (target: string): number => order.indexOf(target.replace(/:443$/, ''));
  return (one, other) => rank(one) - rank(other);
}

const hasBrowser = await hasTestBrowser('hosts of the embed page');
const browser = createBrowserHandle();
afterAll(() => browser[Symbol.asyncDispose]());

describe.skipIf(!hasBrowser)('an embed page that reaches for the hosts of others', () => {
  test('gets none of them, as images, frames, questions, redirects, and as a page (safe)', async () => {
    const others = [...allHosts, 'news.example'].filter((host) => !xSites.embedHosts.some((own) => own === host));
    await using site = await serveLocally(
      (request, response) => {
        const index = /^\/to\/(\d{1,2})$/.exec(request.url ?? '')?.[1];
        if (index !== undefined) response.writeHead(302, { location: `https://${others[Number(index)]}/led` }).end();
        else {
          const parts = others.map(
            (host, to) => `<img src="https://${host}/img"><img src="/to/${to}">
            <iframe src="https://${host}/frame"></iframe><link rel="preconnect" href="https://${host}">`,
          );
          response.setHeader('content-type', 'text/html');
          response.end(`<!doctype html>${parts.join('')}`);
        }
      },
      { tls: true },
    );
    await using outer = await startLocalProxy({ https: site.port });
    await using door = openDoor({ ...testSettings, allowedHosts, proxy: outer.url, proxyCa: '' }, createMemoryKeeper());
    const proxy = await door.openBrowserProxy('x-embed');
    await using capture = await browser.openPage({ proxy, encodings: 'any', signal: AbortSignal.timeout(30_000) });
    await capture.page.goto(xSites.embedPage, { waitUntil: 'load' });
    const answers = await capture.page.evaluate(
      (hosts) =>
        Promise.all(
          hosts.map((host) => fetch(`https://${host}/fetch`, { mode: 'no-cors' }).then(String, () => 'refused')),
        ),
      others,
    );
    expect(answers).toEqual(others.map(() => 'refused'));
    // Each takes a while to fail.
    for (const host of others.slice(0, 3)) {
      await expect(capture.page.goto(`https://${host}/page`, { waitUntil: 'commit' })).rejects.toThrow('net::ERR_');
    }
    // The page and its redirects did come: what was refused was asked for.
    expect(site.requests.filter((line) => line.includes('/to/')).length).toBe(others.length);
    expect([...new Set(outer.asked)]).toEqual(['platform.twitter.com:443']);
    console.log(`${others.length} hosts × 5 ways in Chromium: none reached`);
  });
});
