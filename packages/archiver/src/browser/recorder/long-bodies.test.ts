import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { hasTestBrowser } from '../../../test/browser/find-test-browser.ts';
import { recordPage } from '../../../test/browser/record-page.ts';
import { createMemoryKeeper } from '../../../test/memory-keeper.ts';
import { createBrowserHandle } from '../browser-handle.ts';

const hasBrowser = await hasTestBrowser('the recorder of long bodies');
const browser = createBrowserHandle();
afterAll(() => browser[Symbol.asyncDispose]());

describe.skipIf(!hasBrowser)('recordExchanges, of long bodies,', () => {
  test('keeps no body beyond the cap, and says so', async () => {
    const { find } = await recordPage(
      browser,
      ['/large', '/small'],
      (request, response) => {
        response.end('x'.repeat(request.url === '/large' ? 2001 : 2000));
      },
      { maxBodyBytes: 2000 },
    );
    expect(find('/small')?.response).toMatchObject({ truncated: null, body: { bytes: 2000 } });
    expect(find('/large')).toMatchObject({
      failure: 'it is longer than 2000 bytes',
      response: { truncated: 'length', body: null },
    });
  });

  test('keeps a long body piece by piece, whole or up to the cap, and the page does without it', async () => {
    const body = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => index % 251));
    const lengths: Readonly<Record<string, number>> = { '/whole': 2_000_000, '/cut': 3_000_000, '/short': 1000 };
    const { find, keeper, pieces } = await recordPage(
      browser,
      Object.keys(lengths),
      (request, response) => {
        const length = lengths[request.url ?? ''] ?? 0;
        response.writeHead(200, { 'content-length': length }).end(body.subarray(0, length));
      },
      { longBodyBytes: 1_000_000, maxBodyBytes: 2_500_000 },
    );
    expect(find('/whole')).toMatchObject({
      failure: null,
      protocol: 'http/1.1',
      response: { status: 200, headSource: 'verbatim', truncated: null, body: { bytes: 2_000_000 } },
    });
    const kept = keeper.blobs.get(find('/whole')?.response?.body?.sha256 ?? '');
    expect(kept !== undefined && Buffer.from(kept).equals(body.subarray(0, 2_000_000))).toBe(true);
    expect(find('/cut')).toMatchObject({
      failure: '2500000 bytes of the body were kept: it is longer than that',
      response: { status: 200, truncated: 'length', body: { bytes: 2_500_000 } },
    });
    expect(find('/short')).toMatchObject({ failure: null, response: { truncated: null, body: { bytes: 1000 } } });
    expect([pieces.length > 15, Math.max(...pieces) <= 262_144]).toEqual([true, true]);
  });

  test('keeps pictures that do not say how long they are piece by piece, and gives short ones to the page', async () => {
    const pixel = Buffer.from('R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=', 'base64');
    const long = Buffer.alloc(3_000_000, 'long');
    const { find, keeper, pieces, requests } = await recordPage(
      browser,
      [],
      (request, response) => {
        const path = request.url ?? '';
        response.setHeader('content-type', 'image/gif');
        response.setHeader('x-own', 'Yes');
        if (path === '/packed') response.setHeader('content-encoding', 'gzip');
        // In pieces, none of which says how many follow.
        response.write(path === '/long' ? long : path === '/packed' ? gzipSync(pixel) : pixel.subarray(0, 9));
        if (path === '/short') response.write(pixel.subarray(9));
        if (path !== '/endless') response.end();
      },
      {
        encodings: 'any',
        longBodyBytes: 1_000_000,
        maxBodyBytes: 2_000_000,
        html: `<img src="/short" onload="fetch('/seen?short=' + this.naturalWidth)">
          <img src="/packed" onload="fetch('/seen?packed=' + this.naturalWidth)">
          <img src="/long" onload="fetch('/seen?long')"><script>onload = () => { new Image().src = '/endless' }</script>`,
      },
    );
    for (const path of ['/short', '/packed']) {
      const exchange = find(path);
      expect(exchange).toMatchObject({
        failure: null,
        response: { status: 200, headSource: 'verbatim', truncated: null },
      });
      expect(exchange?.response?.head).toContain('\r\nx-own: Yes');
      expect(exchange?.response?.head).toContain('\r\nTransfer-Encoding: chunked');
      expect(keeper.blobs.get(exchange?.response?.body?.sha256 ?? '')).toEqual(pixel);
    }
    expect(find('/long')).toMatchObject({
      failure: '2000000 bytes of the body were kept: it is longer than that',
      response: { truncated: 'length', body: { bytes: 2_000_000 } },
    });
    expect(find('/endless')).toMatchObject({ response: { truncated: 'unspecified' } });
    expect(Math.max(...pieces)).toBeLessThanOrEqual(262_144);
    const seen = requests.filter((line) => line.includes('/seen')).map((line) => new URL(line.slice(4)).search);
    expect(seen.toSorted()).toEqual(['?packed=1', '?short=1']);
  });

  test('reads long bodies that do not say how long they are one after the other, short ones beside them', async () => {
    const keeper = createMemoryKeeper();
    const paths = ['/long1', '/long2', '/long3', '/short'];
    let [waiting, most] = [0, 0];
    const { find } = await recordPage(
      browser,
      paths,
      (request, response) => {
        response.write('x'.repeat(60_000));
        response.end(request.url === '/short' ? '' : 'x'.repeat(60_000));
      },
      {
        longBodyBytes: 100_000,
        keep: async (bytes) => {
          if (bytes.length <= 100_000) return keeper.keep(bytes);
          waiting += 1;
          most = Math.max(most, waiting);
          await new Promise((resolve) => setTimeout(resolve, 50));
          waiting -= 1;
          return keeper.keep(bytes);
        },
      },
    );
    expect(paths.map((path) => find(path)?.response?.body?.bytes)).toEqual([120_000, 120_000, 120_000, 60_000]);
    expect(most).toBe(1);
  });

  test('marks a long body that breaks off', async () => {
    const { find, keeper } = await recordPage(
      browser,
      ['/broken'],
      (_, response) => {
        response.writeHead(200, { 'content-length': 2_000_000 }).write('x'.repeat(1_200_000));
        setTimeout(() => response.destroy(), 100);
      },
      { longBodyBytes: 1_000_000 },
    );
    expect(find('/broken')).toMatchObject({ response: { truncated: expect.any(String) as string } });
    expect(find('/broken')?.failure).toMatch(/\S/);
    expect(keeper.textOf(find('/broken')?.response?.body)?.length).toBeLessThanOrEqual(1_200_000);
  });
});
