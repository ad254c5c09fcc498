import { describe, expect, it } from 'vitest';
import { failureOf } from '../../test/failure-of.ts';
import { openLocalDoor } from '../../test/local-door.ts';
import { type Handler, serveLocally } from '../../test/local-site.ts';
import { RateLimitedError } from './door-error.ts';

/** Fails a few times, then answers. */
function failing(times: number, fail: Handler): Handler {
  let left = times;
  return (request, response) => {
    left -= 1;
    if (left >= 0) fail(request, response);
    else response.end('at last');
  };
}

describe('another attempt', () => {
  it.each([
    ['a reset', ((_, response) => void response.destroy()) satisfies Handler],
    ['a 500', ((_, response) => void response.writeHead(500).end('oops')) satisfies Handler],
    ['a 429', ((_, response) => void response.writeHead(429).end()) satisfies Handler],
  ])('follows %s, and the evidence of all is handed over', async (_name, fail) => {
    await using site = await serveLocally(failing(2, fail));
    await using local = openLocalDoor(site);
    const answer = await local.door.ask({ url: `http://t.co:${site.port}/` });
    await expect(answer.text()).resolves.toBe('at last');
    expect(answer.earlier).toHaveLength(2);
    expect(site.requests).toHaveLength(3);
  });

  it('is not made a third time: the last answer stands', async () => {
    await using site = await serveLocally((_, response) => void response.writeHead(502).end('bad'));
    await using local = openLocalDoor(site);
    const answer = await local.door.ask({ url: `http://t.co:${site.port}/` });
    expect(answer).toMatchObject({ status: 502, earlier: { length: 2 } });
  });

  it.each([200, 404, 403])('does not follow a %d', async (status) => {
    await using site = await serveLocally((_, response) => void response.writeHead(status).end());
    await using local = openLocalDoor(site);
    await expect(local.door.ask({ url: `http://t.co:${site.port}/` })).resolves.toMatchObject({ status, earlier: [] });
    expect(site.requests).toHaveLength(1);
  });

  it('waits as long as the host wants', async () => {
    await using site = await serveLocally(
      failing(1, (_, response) => void response.writeHead(429, { 'retry-after': '1' }).end()),
    );
    await using local = openLocalDoor(site);
    const before = performance.now();
    await expect(local.door.ask({ url: `http://t.co:${site.port}/` })).resolves.toMatchObject({ status: 200 });
    expect(performance.now() - before).toBeGreaterThan(950);
  });

  it('is not made if the host wants more time than there is, and the next requests are held back too', async () => {
    const reset = Math.round(Date.now() / 1000) + 600;
    await using site = await serveLocally((_, response) => {
      response.writeHead(429, { 'x-rate-limit-reset': String(reset) }).end();
    });
    await using local = openLocalDoor(site);
    const url = `http://t.co:${site.port}/`;
    await expect(local.door.ask({ url })).resolves.toMatchObject({ status: 429, earlier: [], retryAt: reset * 1000 });
    const error = await failureOf(local.door.ask({ url }));
    expect(error).toBeInstanceOf(RateLimitedError);
    expect(Math.abs((error as RateLimitedError).retryAt - reset * 1000)).toBeLessThan(1000);
    expect(site.requests).toHaveLength(1);
  });

  it('keeps its distance', async () => {
    await using site = await serveLocally((_, response) => void response.end());
    await using local = openLocalDoor(site, { spacingMs: 60 });
    const before = performance.now();
    await Promise.all([1, 2, 3].map(() => local.door.ask({ url: `http://t.co:${site.port}/` })));
    expect(performance.now() - before).toBeGreaterThan(115);
  });
});
