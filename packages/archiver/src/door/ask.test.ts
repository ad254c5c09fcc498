import { describe, expect, it } from 'vitest';
import { failureOf } from '../../test/failure-of.ts';
import { openLocalDoor } from '../../test/local-door.ts';
import { type Handler, serveLocally } from '../../test/local-site.ts';
import { createManualClock } from '../../test/manual-clock.ts';
import { failuresToOpen } from './breaker.ts';
import type { DoorAnswer } from './door.ts';
import { HostFailingError, RateLimitedError } from './door-error.ts';

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
    const answer = await local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/` });
    await expect(answer.text()).resolves.toBe('at last');
    expect(answer.earlier).toHaveLength(2);
    expect(site.requests).toHaveLength(3);
  });

  it('is not made a third time: the last answer stands', async () => {
    await using site = await serveLocally((_, response) => void response.writeHead(502).end('bad'));
    await using local = openLocalDoor(site);
    const answer = await local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/` });
    expect(answer).toMatchObject({ status: 502, earlier: { length: 2 } });
  });

  it.each([200, 404, 403])('does not follow a %d', async (status) => {
    await using site = await serveLocally((_, response) => void response.writeHead(status).end());
    await using local = openLocalDoor(site);
    await expect(local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/` })).resolves.toMatchObject({
      status,
      earlier: [],
    });
    expect(site.requests).toHaveLength(1);
  });

  it('waits as long as the host wants', async () => {
    await using site = await serveLocally(
      failing(1, (_, response) => void response.writeHead(429, { 'retry-after': '1' }).end()),
    );
    await using local = openLocalDoor(site);
    const before = performance.now();
    await expect(local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/` })).resolves.toMatchObject({
      status: 200,
    });
    expect(performance.now() - before).toBeGreaterThan(950);
  });

  it('is not made if the host wants more time than there is, and the next requests are held back too', async () => {
    const reset = Math.round(Date.now() / 1000) + 600;
    await using site = await serveLocally((_, response) => {
      response.writeHead(429, { 'x-rate-limit-reset': String(reset) }).end();
    });
    await using local = openLocalDoor(site);
    const url = `http://t.co:${site.port}/`;
    await expect(local.door.ask({ scope: 'short-links', url })).resolves.toMatchObject({
      status: 429,
      earlier: [],
      retryAt: reset * 1000,
    });
    const error = await failureOf(local.door.ask({ scope: 'short-links', url }));
    expect(error).toBeInstanceOf(RateLimitedError);
    expect(Math.abs((error as RateLimitedError).retryAt - reset * 1000)).toBeLessThan(1000);
    expect(site.requests).toHaveLength(1);
  });

  it('comes later each time, and a little by chance', async () => {
    const clock = createManualClock();
    await using site = await serveLocally((_, response) => void response.writeHead(500).end());
    await using local = openLocalDoor(site, {}, undefined, { clock, retryDelayMs: 100, random: () => 0.5 });
    const answer = await local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/`, retries: 3 });
    expect([answer.earlier.length, clock.steady()]).toEqual([3, 150 + 300 + 600]);
  });

  it('keeps its distance', async () => {
    await using site = await serveLocally((_, response) => void response.end());
    await using local = openLocalDoor(site, { spacingMsOf: () => 60 });
    const before = performance.now();
    await Promise.all([1, 2, 3].map(() => local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/` })));
    expect(performance.now() - before).toBeGreaterThan(115);
  });
});

describe('a host that fails again and again', () => {
  it('is left alone, until a request that may try finds it well', async () => {
    const clock = createManualClock();
    let status = 500;
    await using site = await serveLocally((_, response) => void response.writeHead(status).end());
    await using local = openLocalDoor(site, {}, undefined, { clock });
    const ask = (): Promise<DoorAnswer> =>
      local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/`, retries: 0 });
    for (let n = 0; n < failuresToOpen; n += 1) await ask();
    const error = await failureOf(ask());
    expect(error).toBeInstanceOf(HostFailingError);
    expect(error.message).toMatch(
      /^t\.co:\d+ has failed again and again; it is left alone until 1970-01-01T00:00:30\.000Z\.$/,
    );
    expect(site.requests).toHaveLength(failuresToOpen);
    clock.advance(30_000);
    status = 200;
    await expect(ask()).resolves.toMatchObject({ status: 200 });
    await expect(Promise.all([ask(), ask()])).resolves.toHaveLength(2);
  });

  it('is left alone by browsers too, and by what a browser tells of it', async () => {
    await using site = await serveLocally((_, response) => void response.end());
    await using local = openLocalDoor(site);
    const url = `http://t.co:${site.port}/`;
    const { signal } = new AbortController();
    {
      using turn = await local.door.takeTurn({ scope: 'short-links', url }, 100, signal);
      turn.hear(429, new Map([['retry-after', '60']]));
    }
    await expect(local.door.takeTurn({ scope: 'short-links', url }, 100, signal)).rejects.toThrow(RateLimitedError);
    await expect(local.door.ask({ scope: 'short-links', url, timeoutMs: 100 })).rejects.toThrow(RateLimitedError);
    await expect(local.door.takeTurn({ scope: 'short-links', url: 'http://127.0.0.1/' }, 100, signal)).rejects.toThrow(
      'not among the hosts',
    );
    expect(site.requests).toEqual([]);
  });
});

/** Sends the first bytes, and then a byte at a time. */
const dripping: Handler = (_, response) => {
  response.write('x'.repeat(500));
  const drip = setInterval(() => response.write('.'), 5);
  response.on('close', () => clearInterval(drip));
};

it('holds a host for as long as it asked, though the wall clock goes back meanwhile', async () => {
  const clock = createManualClock();
  let setBackMs = 0;
  const wall = (): number => clock.steady() + 7_200_000 - setBackMs;
  await using site = await serveLocally((_, response) => void response.end());
  await using local = openLocalDoor(site, {}, undefined, { clock: { ...clock, wall } });
  const url = `http://t.co:${site.port}/`;
  const { signal } = new AbortController();
  {
    using turn = await local.door.takeTurn({ scope: 'short-links', url }, 0, signal);
    expect(turn.hear(429, new Map([['retry-after', '60']]))).toBe(7_260_000);
  }
  setBackMs = 3_600_000;
  clock.advance(59_999);
  await expect(local.door.takeTurn({ scope: 'short-links', url }, 0, signal)).rejects.toThrow(RateLimitedError);
  clock.advance(1);
  await expect(local.door.takeTurn({ scope: 'short-links', url }, 0, signal)).resolves.toBeDefined();
});

describe('an answer that stands still', () => {
  it.each([
    ['before its head', (() => {}) satisfies Handler, null],
    ['in its body', dripping, 'time'],
  ])('%s is ended long before its time is up, and asked for again', async (_name, handler, truncated) => {
    await using site = await serveLocally(handler);
    await using local = openLocalDoor(site);
    const error = await failureOf(
      local.door.ask({
        scope: 'short-links',
        url: `http://t.co:${site.port}/`,
        idleMs: 100,
        timeoutMs: 60_000,
        retries: 1,
      }),
    );
    expect(error).toMatchObject({ name: 'StalledError', remedy: 'later', exchanges: { length: 2 } });
    expect(error.exchanges[0]?.response?.truncated ?? null).toBe(truncated);
  });

  it('is none while it goes on, however long it takes', async () => {
    await using site = await serveLocally((_, response) => {
      let left = 40;
      const flow = setInterval(() => {
        left -= 1;
        if (left > 0) response.write('x'.repeat(100));
        else response.end();
      }, 15);
      response.on('close', () => clearInterval(flow));
    });
    await using local = openLocalDoor(site);
    const answer = await local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/`, idleMs: 400 });
    expect(answer.exchange).toMatchObject({ failure: null, response: { body: { bytes: 3900 } } });
  });
});
