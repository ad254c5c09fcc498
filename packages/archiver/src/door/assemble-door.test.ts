import { gzipSync, brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openLocalDoor } from '../../test/local-door.ts';
import { startLocalProxy } from '../../test/local-proxy.ts';
import { type Handler, serveLocally, testAuthority } from '../../test/local-site.ts';
import {
  DoorError,
  HostNotAllowedError,
  PrivateAddressError,
  RateLimitedError,
  TimeoutError,
  TooLargeError,
  UnreachableError,
} from './door-error.ts';
import { openDoor } from './open-door.ts';
import { createMemoryKeeper } from '../../test/memory-keeper.ts';
import { testSettings } from '../../test/local-door.ts';

async function failureOf(asking: Promise<unknown>): Promise<DoorError> {
  const error: unknown = await asking.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof DoorError) return error;
  throw new Error('Expected a DoorError', { cause: error });
}

/** Sends a body without end. */
const endless: Handler = (_, response) => {
  const more = (): void => {
    while (response.write(Buffer.alloc(65_536, 97)));
  };
  response.on('drain', more);
  more();
};

/** Fails a few times, then answers. */
function failing(times: number, fail: Handler): Handler {
  let left = times;
  return (request, response) => {
    left -= 1;
    if (left >= 0) fail(request, response);
    else response.end('at last');
  };
}

describe('an answer', () => {
  it('is kept, with the heads of both sides and the address', async () => {
    await using site = await serveLocally((_, response) => {
      response.writeHead(200, 'Fine', ['X-Twice', '1', 'Set-Cookie', 'a=1', 'X-Twice', '2', 'Content-Length', '5']);
      response.end('hello');
    });
    await using local = openLocalDoor(site);
    const answer = await local.door.ask({ url: `http://t.co:${site.port}/a?b#c`, headers: { Accept: 'text/html' } });
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
    const answers = await Promise.all(paths.map((path) => local.door.ask({ url: `http://t.co:${site.port}${path}` })));
    expect(answers.map(({ exchange }) => exchange.request.head.split(' ')[1])).toEqual(paths);
    await expect(Promise.all(answers.map((answer) => answer.text()))).resolves.toEqual(paths);
  });

  it('may be a redirect; nobody follows it (safe)', async () => {
    await using site = await serveLocally((_, response) => {
      response.writeHead(301, { location: 'http://169.254.169.254/' }).end();
    });
    await using local = openLocalDoor(site);
    const answer = await local.door.ask({ url: `http://t.co:${site.port}/` });
    expect(answer.status).toBe(301);
    expect(answer.headers.get('location')).toBe('http://169.254.169.254/');
    expect(site.requests).toHaveLength(1);
  });

  it('may have no body', async () => {
    await using site = await serveLocally((_, response) => void response.writeHead(204).end());
    await using local = openLocalDoor(site);
    const answer = await local.door.ask({ url: `http://t.co:${site.port}/`, method: 'HEAD' });
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
    await expect((await local.door.ask({ url: `http://t.co:${site.port}/` })).text()).resolves.toBe('hello');
  });
});

describe('a refusal', () => {
  it('costs nothing: no host off the list, no private address is ever asked (safe)', async () => {
    await using site = await serveLocally((_, response) => void response.end());
    await using local = openLocalDoor(site);
    await expect(local.door.ask({ url: `http://example.com:${site.port}/` })).rejects.toThrow(HostNotAllowedError);
    await expect(local.door.ask({ url: `http://169.254.169.254:${site.port}/` })).rejects.toThrow(PrivateAddressError);
    expect(site.requests).toEqual([]);
  });

  it('of the public door covers a name that leads to loopback (safe)', async () => {
    await using door = openDoor({ ...testSettings, allowedHosts: new Set(['localhost']) }, createMemoryKeeper());
    const error = await failureOf(door.ask({ url: 'http://localhost/' }));
    expect(error).toBeInstanceOf(PrivateAddressError);
    expect(error.exchanges).toHaveLength(1);
    expect(error.exchanges[0]).toMatchObject({
      remoteAddress: null,
      response: null,
      request: { headSource: 'synthesised' },
    });
  });
});

describe('a body', () => {
  it('that never ends is cut at the cap', async () => {
    await using site = await serveLocally(endless);
    await using local = openLocalDoor(site);
    const error = await failureOf(local.door.ask({ url: `http://t.co:${site.port}/`, maxBytes: 100_000 }));
    expect(error).toBeInstanceOf(TooLargeError);
    expect(error.exchanges[0]?.response).toMatchObject({ truncated: 'length', body: { bytes: 100_000 } });
  });

  it('that says it is too long is not read', async () => {
    await using site = await serveLocally((_, response) => {
      response.writeHead(200, { 'content-length': '1000000000000' });
      response.flushHeaders();
    });
    await using local = openLocalDoor(site);
    const error = await failureOf(local.door.ask({ url: `http://t.co:${site.port}/` }));
    expect(error).toBeInstanceOf(TooLargeError);
    expect(error.exchanges[0]?.response).toMatchObject({ truncated: 'length', body: null });
  });

  it('that swells when it is decoded is cut at the cap (safe)', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    await using site = await serveLocally((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    await using local = openLocalDoor(site);
    const error = await failureOf(local.door.ask({ url: `http://t.co:${site.port}/`, maxBytes: 1_000_000 }));
    expect(error).toBeInstanceOf(TooLargeError);
    expect(error.exchanges[0]?.response?.body?.bytes).toBe(1_000_000);
  });

  it.each([
    ['is broken', 'gzip', Buffer.from('no gzip')],
    ['is cut', 'gzip', gzipSync('hello hello hello').subarray(0, 20)],
    ['is not known', 'rot13', Buffer.from('uryyb')],
  ])('whose coding %s is kept, and said to be unreadable', async (_name, coding, bytes) => {
    await using site = await serveLocally((_, response) => {
      response.writeHead(200, { 'content-encoding': coding }).end(bytes);
    });
    await using local = openLocalDoor(site);
    const error = await failureOf(local.door.ask({ url: `http://t.co:${site.port}/` }));
    expect(error).toBeInstanceOf(UnreachableError);
    expect(error.message).toContain('coding');
    expect(error.exchanges[0]?.response?.truncated).toBe('unspecified');
    expect(site.requests).toHaveLength(1);
  });

  it('that breaks off is kept as far as it came, at each attempt', async () => {
    await using site = await serveLocally((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('only this');
      setTimeout(() => response.destroy(), 20);
    });
    await using local = openLocalDoor(site);
    const error = await failureOf(local.door.ask({ url: `http://t.co:${site.port}/` }));
    expect(error).toMatchObject({ name: 'UnreachableError', offline: false, remedy: 'later' });
    expect(error.exchanges).toHaveLength(3);
    for (const { response, failure } of error.exchanges) {
      expect(response?.truncated).toBe('disconnect');
      expect(local.keeper.textOf(response?.body)).toBe('only this');
      expect(failure).toBe('the connection was closed');
    }
  });

  it('that cannot be kept stops everything: the disk is not the network', async () => {
    await using site = await serveLocally((_, response) => void response.end('hello'));
    await using local = openLocalDoor(site);
    local.keeper.keepStream = async () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    await expect(local.door.ask({ url: `http://t.co:${site.port}/` })).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(site.requests).toHaveLength(1);
  });
});

describe('time', () => {
  it('ends a request that gets no answer', async () => {
    await using site = await serveLocally(() => {});
    await using local = openLocalDoor(site);
    const error = await failureOf(local.door.ask({ url: `http://t.co:${site.port}/`, timeoutMs: 50 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error.exchanges[0]).toMatchObject({ response: null, failure: 'no whole answer came within 50 ms' });
  });

  it('ends one whose body drips, and keeps what came', async () => {
    await using site = await serveLocally((_, response) => {
      const drip = setInterval(() => response.write('.'), 5);
      response.on('close', () => clearInterval(drip));
    });
    await using local = openLocalDoor(site);
    const error = await failureOf(local.door.ask({ url: `http://t.co:${site.port}/`, timeoutMs: 200 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error.exchanges[0]?.response?.truncated).toBe('time');
    expect(error.exchanges[0]?.response?.body?.bytes).toBeGreaterThan(0);
  });

  it('is the caller’s: his reason is thrown as it is, before and while an answer comes', async () => {
    await using site = await serveLocally((_, response) => void response.write('.'));
    await using local = openLocalDoor(site);
    const reason = new Error('ctrl-C');
    const url = `http://t.co:${site.port}/`;
    await expect(local.door.ask({ url, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const stop = new AbortController();
    setTimeout(() => stop.abort(reason), 50);
    await expect(local.door.ask({ url, signal: stop.signal })).rejects.toBe(reason);
  });

  it('is the door’s: its signal and its closing end everything', async () => {
    await using site = await serveLocally(() => {});
    const stop = new AbortController();
    const { door } = openLocalDoor(site, {}, stop.signal);
    const url = `http://t.co:${site.port}/`;
    setTimeout(() => stop.abort(new Error('all')), 30);
    await expect(door.ask({ url })).rejects.toThrow('all');
    await door[Symbol.asyncDispose]();
    const { door: other } = openLocalDoor(site);
    const asking = other.ask({ url });
    setTimeout(() => void other[Symbol.asyncDispose](), 30);
    await expect(asking).rejects.toThrow('The door has been closed.');
    await expect(other.ask({ url })).rejects.toThrow('The door has been closed.');
  });
});

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

describe('with a proxy', () => {
  it('everything goes through it, over TLS that its authority may sign', async () => {
    await using plain = await serveLocally((_, response) => void response.end('plain'));
    await using secure = await serveLocally((_, response) => void response.end('secure'), { tls: true });
    await using proxy = await startLocalProxy({ http: plain.port, https: secure.port });
    const keeper = createMemoryKeeper();
    const withPassword = proxy.url.replace('http://', 'http://user:secret@');
    await using door = openDoor({ ...testSettings, proxy: withPassword, proxyCa: testAuthority }, keeper);
    const over = await door.ask({ url: 'https://t.co/a' });
    await expect(over.text()).resolves.toBe('secure');
    expect(over.exchange).toMatchObject({ remoteAddress: null, request: { headSource: 'verbatim' } });
    expect(over.exchange.request.head).toMatch(/^GET \/a HTTP\/1\.1\r\nhost: t\.co\r\n/);
    const clear = await door.ask({ url: 'http://t.co/b' });
    await expect(clear.text()).resolves.toBe('plain');
    expect(clear.exchange.remoteAddress).toBeNull();
    expect(proxy.asked).toEqual(['t.co:443', 'http://t.co/b']);
    expect(JSON.stringify([over.exchange, clear.exchange])).not.toMatch(/proxy-authorization|secret|dXNlcj/i);
  });

  it('a certificate of an unknown authority is refused (safe)', async () => {
    await using secure = await serveLocally((_, response) => void response.end('secure'), { tls: true });
    await using proxy = await startLocalProxy({ https: secure.port });
    await using door = openDoor({ ...testSettings, proxy: proxy.url }, createMemoryKeeper());
    const error = await failureOf(door.ask({ url: 'https://t.co/a' }));
    expect(error).toMatchObject({ name: 'UnreachableError', offline: false });
    expect(error.message).toContain('certificate is not trusted');
    expect(error.exchanges).toHaveLength(1);
    expect(secure.requests).toEqual([]);
  });

  it('literal addresses and hosts off the list are refused all the same (safe)', async () => {
    await using proxy = await startLocalProxy({});
    await using door = openDoor({ ...testSettings, proxy: proxy.url }, createMemoryKeeper());
    for (const host of ['127.0.0.1', '0x7f.1', '[::ffff:7f00:1]', '169.254.169.254']) {
      await expect(door.ask({ url: `http://${host}/` })).rejects.toThrow(PrivateAddressError);
    }
    await expect(door.ask({ url: 'https://example.com/' })).rejects.toThrow(HostNotAllowedError);
    expect(proxy.asked).toEqual([]);
  });

  it.each([
    [502, true],
    [403, false],
    [407, false],
  ])('that answers %d to a CONNECT, it is said so', async (status, offline) => {
    await using proxy = await startLocalProxy({}, status);
    await using door = openDoor({ ...testSettings, proxy: proxy.url }, createMemoryKeeper());
    const error = await failureOf(door.ask({ url: 'https://t.co/a' }));
    expect(error).toMatchObject({ name: 'UnreachableError', offline });
    expect(error.message).toContain('proxy');
  });

  it('that is not there, it looks like no network', async () => {
    await using door = openDoor({ ...testSettings, proxy: 'http://127.0.0.1:9' }, createMemoryKeeper());
    const error = await failureOf(door.ask({ url: 'https://t.co/a', retries: 0 }));
    expect(error).toMatchObject({ name: 'UnreachableError', offline: true });
  });
});
