import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../test/failure-of.ts';
import { openLocalDoor } from '../../test/local-door.ts';
import { type Handler, serveLocally } from '../../test/local-site.ts';
import { TooLargeError, UnreachableError } from './door-error.ts';

/** Sends a body without end. */
const endless: Handler = (_, response) => {
  const more = (): void => {
    while (response.write(Buffer.alloc(65_536, 97)));
  };
  response.on('drain', more);
  more();
};

describe('a body', () => {
  it('that never ends is cut at the cap', async () => {
    await using site = await serveLocally(endless);
    await using local = openLocalDoor(site);
    const error = await failureOf(
      local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/`, maxBytes: 100_000 }),
    );
    expect(error).toBeInstanceOf(TooLargeError);
    expect(error.exchanges[0]?.response).toMatchObject({ truncated: 'length', body: { bytes: 100_000 } });
  });

  it('that says it is too long is not read', async () => {
    await using site = await serveLocally((_, response) => {
      response.writeHead(200, { 'content-length': '1000000000000' });
      response.flushHeaders();
    });
    await using local = openLocalDoor(site);
    const error = await failureOf(local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/` }));
    expect(error).toBeInstanceOf(TooLargeError);
    expect(error.exchanges[0]?.response).toMatchObject({ truncated: 'length', body: null });
  });

  it('that swells when it is decoded is cut at the cap (safe)', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    await using site = await serveLocally((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    await using local = openLocalDoor(site);
    const error = await failureOf(
      local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/`, maxBytes: 1_000_000 }),
    );
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
    const error = await failureOf(local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/` }));
    expect(error).toBeInstanceOf(UnreachableError);
    expect(error.message).toContain('coding');
    expect(error.exchanges[0]?.response?.truncated).toBe('unspecified');
    expect(site.requests).toHaveLength(1);
  });

  it('that is long is kept to the last byte', async () => {
    const body = Buffer.from(Array.from({ length: 1_000_000 }, (_, at) => (at * 7919) >> 3));
    await using site = await serveLocally((_, response) => void response.end(body));
    await using local = openLocalDoor(site);
    const answer = await local.door.ask({
      scope: 'short-links',
      url: `http://t.co:${site.port}/`,
      maxBytes: 2_000_000,
    });
    expect(answer.start).toEqual(body.subarray(0, 64));
    expect(Buffer.compare(await answer.bytes(), body)).toBe(0);
  });

  it('that breaks off is kept as far as it came, at each attempt', async () => {
    await using site = await serveLocally((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('only this');
      setTimeout(() => response.destroy(), 20);
    });
    await using local = openLocalDoor(site);
    const error = await failureOf(local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/` }));
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
    await expect(local.door.ask({ scope: 'short-links', url: `http://t.co:${site.port}/` })).rejects.toMatchObject({
      code: 'ENOSPC',
    });
    expect(site.requests).toHaveLength(1);
  });
});
