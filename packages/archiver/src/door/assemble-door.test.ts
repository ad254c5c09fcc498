import { gzipSync, brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../test/failure-of.ts';
import { openLocalDoor, testSettings } from '../../test/local-door.ts';
import { serveLocally } from '../../test/local-site.ts';
import { createMemoryKeeper } from '../../test/memory-keeper.ts';
import { privateHosts } from '../../test/private-hosts.ts';
import { HostNotAllowedError, PrivateAddressError, TimeoutError } from './door-error.ts';
import { openDoor } from './open-door.ts';

describe('an answer', () => {
  it('is kept, with the heads of both sides and the address', async () => {
    await using site = await serveLocally((_, response) => {
      response.writeHead(200, 'Fine', ['X-Twice', '1', 'Set-Cookie', 'a=1', 'X-Twice', '2', 'Content-Length', '5']);
      response.end('hello');
    });
    await using local = openLocalDoor(site);
    const answer = await local.door.ask({
      scope: 'short-links',
      url: `http://t.co:${site.port}/a?b#c`,
      headers: { Accept: 'text/html' },
    });
    expect(answer).toMatchObject({ status: 200, earlier: [], retryAt: null });
    expect(answer.headers.get('x-twice')).toBe('1, 2');
    await expect(answer.text()).resolves.toBe('hello');
    expect(new TextDecoder().decode(answer.start)).toBe('hello');
    const { exchange } = answer;
    expect(exchange).toMatchObject({
      url: `http://t.co:${site.port}/a?b`,
      method: 'GET',
      by: 'program',
      protocol: 'http/1.1',
      remoteAddress: `127.0.0.1:${site.port}`,
      failure: null,
      request: { headSource: 'verbatim', body: null },
      response: { status: 200, headSource: 'synthesised', truncated: null },
    });
    expect(exchange.startedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(exchange.request.head.split('\r\n')).toEqual([
      'GET /a?b HTTP/1.1',
      `host: t.co:${site.port}`,
      'connection: keep-alive',
      'user-agent: embalm-test/1',
      'accept-encoding: identity',
      'Accept: text/html',
      '',
    ]);
    expect(exchange.response?.head).toMatch(/^HTTP\/1\.1 200 Fine\r\nX-Twice: 1\r\nSet-Cookie: a=1\r\nX-Twice: 2\r\n/);
    expect(exchange.response?.head.endsWith('\r\n')).toBe(true);
    expect(local.keeper.textOf(exchange.response?.body)).toBe('hello');
  });

  it('tells requests apart that are under way at the same time', async () => {
    await using site = await serveLocally((request, response) => {
      setTimeout(() => response.end(request.url), 10);
    });
    await using local = openLocalDoor(site);
    const paths = Array.from({ length: 20 }, (__, index) => `/${index}`);
    const answers = await Promise.all(
      paths.map((path) => local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}${path}` })),
    );
    expect(answers.map(({ exchange }) => exchange.request.head.split(' ')[1])).toEqual(paths);
    await expect(Promise.all(answers.map((answer) => answer.text()))).resolves.toEqual(paths);
  });

  it('comes to what was posted, which is kept too', async () => {
    await using site = await serveLocally((request, response) => {
      let asked = '';
      request.on('data', (chunk: Buffer) => (asked += chunk.toString()));
      request.on('end', () => response.end(`${request.method} ${request.headers['content-type']} ${asked}`));
    });
    await using local = openLocalDoor(site);
    const body = new TextEncoder().encode('a question');
    const url = `http://t.co:${site.port}/`;
    const answer = await local.door.ask({ scope: 'short-links', url, body, headers: { 'Content-Type': 'text/plain' } });
    await expect(answer.text()).resolves.toBe('POST text/plain a question');
    expect(answer.exchange.method).toBe('POST');
    expect(local.keeper.textOf(answer.exchange.request.body)).toBe('a question');
  });

  it('may be a redirect; nobody follows it (safe)', async () => {
    await using site = await serveLocally((_, response) => {
      response.writeHead(301, { location: 'http://169.254.169.254/' }).end();
    });
    await using local = openLocalDoor(site);
    const answer = await local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/` });
    expect(answer.status).toBe(301);
    expect(answer.headers.get('location')).toBe('http://169.254.169.254/');
    expect(site.requests).toHaveLength(1);
  });

  it('is kept by whom the request names', async () => {
    await using site = await serveLocally((_, response) => void response.end('hello'));
    await using local = openLocalDoor(site);
    const keeper = createMemoryKeeper();
    const answer = await local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/`, keeper });
    await expect(answer.text()).resolves.toBe('hello');
    expect(keeper.textOf(answer.exchange.response?.body)).toBe('hello');
    expect(local.keeper.blobs.size).toBe(0);
  });

  it('may have no body', async () => {
    await using site = await serveLocally((_, response) => void response.writeHead(204).end());
    await using local = openLocalDoor(site);
    const answer = await local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/`, method: 'HEAD' });
    expect(answer.exchange.response?.body).toBeNull();
    await expect(answer.text()).resolves.toBe('');
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('that is %s-encoded all the same is decoded', async (coding, encode) => {
    await using site = await serveLocally((_, response) => {
      response.writeHead(200, { 'content-encoding': coding }).end(encode('hello'));
    });
    await using local = openLocalDoor(site);
    await expect(
      (await local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/` })).text(),
    ).resolves.toBe('hello');
  });
});

describe('a refusal', () => {
  it('costs nothing: no host off the list, no private address is ever asked (safe)', async () => {
    await using site = await serveLocally((_, response) => void response.end());
    await using local = openLocalDoor(site);
    await expect(local.door.ask({ scope: 'short-links', url: `http://example.com:${site.port}/` })).rejects.toThrow(
      HostNotAllowedError,
    );
    await expect(local.door.ask({ scope: 'short-links', url: `http://169.254.169.254:${site.port}/` })).rejects.toThrow(
      PrivateAddressError,
    );
    expect(site.requests).toEqual([]);
  });

  it(`covers ${privateHosts.length} notations of addresses that are not public, though their host were on the list (safe)`, async () => {
    const everywhere: ReadonlySet<string> = Object.assign(new Set<string>(), { has: () => true });
    await using door = openDoor({ ...testSettings, allowedHosts: { 'short-links': everywhere } }, createMemoryKeeper());
    const errors = await Promise.all(
      privateHosts.map((host) => failureOf(door.ask({ scope: 'short-links', url: `http://${host}/` }))),
    );
    expect(errors.filter((error) => !(error instanceof PrivateAddressError)).map(String)).toEqual([]);
    expect(errors.filter(({ exchanges }) => exchanges.length > 0)).toEqual([]);
  });

  it('of a redirect into the local network is the answer, and asking for it is refused (safe)', async () => {
    await using site = await serveLocally((_, response) => {
      response.writeHead(302, { location: 'http://2130706433/' }).end();
    });
    await using local = openLocalDoor(site, {}, undefined, { isAllowedAddress: (address) => address === '127.0.0.1' });
    const { headers } = await local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/` });
    await using strict = openDoor(testSettings, createMemoryKeeper());
    await expect(strict.ask({ scope: 'short-links', url: headers.get('location') ?? '' })).rejects.toThrow(
      PrivateAddressError,
    );
    expect(site.requests).toHaveLength(1);
  });

  it('of the public door covers a name that leads to loopback (safe)', async () => {
    await using door = openDoor(
      { ...testSettings, allowedHosts: { 'short-links': new Set(['localhost']) } },
      createMemoryKeeper(),
    );
    const error = await failureOf(door.ask({ scope: 'short-links', url: 'http://localhost/' }));
    expect(error).toBeInstanceOf(PrivateAddressError);
    expect(error.exchanges).toHaveLength(1);
    expect(error.exchanges[0]).toMatchObject({
      remoteAddress: null,
      response: null,
      request: { headSource: 'synthesised' },
    });
  });
});

describe('time', () => {
  it('ends a request that gets no answer', async () => {
    await using site = await serveLocally(() => {});
    await using local = openLocalDoor(site);
    const error = await failureOf(
      local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/`, timeoutMs: 50 }),
    );
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error.exchanges[0]).toMatchObject({ response: null, failure: 'no whole answer came within 50 ms' });
  });

  it('ends one whose body drips, and keeps what came', async () => {
    await using site = await serveLocally((_, response) => {
      const drip = setInterval(() => response.write('.'), 5);
      response.on('close', () => clearInterval(drip));
    });
    await using local = openLocalDoor(site);
    const error = await failureOf(
      local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/`, timeoutMs: 200 }),
    );
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error.exchanges[0]?.response?.truncated).toBe('time');
    expect(error.exchanges[0]?.response?.body?.bytes).toBeGreaterThan(0);
  });

  it('is the caller’s: his reason is thrown as it is, before and while an answer comes', async () => {
    await using site = await serveLocally((_, response) => void response.write('.'));
    await using local = openLocalDoor(site);
    const reason = new Error('ctrl-C');
    const url = `http://t.co:${site.port}/`;
    await expect(local.door.ask({ scope: 'short-links', url, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const stop = new AbortController();
    setTimeout(() => stop.abort(reason), 50);
    await expect(local.door.ask({ scope: 'short-links', url, signal: stop.signal })).rejects.toBe(reason);
  });

  it('is the door’s: its signal and its closing end everything', async () => {
    await using site = await serveLocally(() => {});
    const stop = new AbortController();
    const { door } = openLocalDoor(site, {}, stop.signal);
    const url = `http://t.co:${site.port}/`;
    setTimeout(() => stop.abort(new Error('all')), 30);
    await expect(door.ask({ scope: 'short-links', url })).rejects.toThrow('all');
    await door[Symbol.asyncDispose]();
    const { door: other } = openLocalDoor(site);
    const asking = other.ask({ scope: 'short-links', url });
    setTimeout(() => void other[Symbol.asyncDispose](), 30);
    await expect(asking).rejects.toThrow('The door has been closed.');
    await expect(other.ask({ scope: 'short-links', url })).rejects.toThrow('The door has been closed.');
  });
});
