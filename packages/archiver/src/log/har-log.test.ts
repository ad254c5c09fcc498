import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exchange } from '@embalm/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toHarEntry } from './har-entry.ts';
import { openHarLog } from './har-log.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'har-'));
});
afterAll(() => rm(folder, { recursive: true }));

const exchange: Exchange = {
  url: 'https://t.co/a?b=c%20d&b=2',
  method: 'GET',
  by: 'program',
  startedAt: '2026-01-02T03:04:05.678Z',
  durationMs: 12,
  protocol: 'http/1.1',
  remoteAddress: '[2001:db8::1]:443',
  request: {
    head: 'GET /a?b=c%20d&b=2 HTTP/1.1\r\nhost: t.co\r\nCookie: secret=1\r\n',
    headSource: 'verbatim',
    body: null,
  },
  response: {
    status: 301,
    head: 'HTTP/1.1 301 Moved Permanently\r\nLocation: https://x.com/ž\r\nset-cookie: secret=2\r\nContent-Type: text/html\r\n',
    headSource: 'synthesised',
    body: { sha256: 'ab'.repeat(32), bytes: 7 },
    truncated: null,
  },
  failure: null,
};

it('puts an exchange down with heads, sizes and times, and without cookies', () => {
  expect(toHarEntry(exchange)).toEqual({
    startedDateTime: '2026-01-02T03:04:05.678Z',
    time: 12,
    request: {
      method: 'GET',
      url: exchange.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [
        { name: 'host', value: 't.co' },
        { name: 'Cookie', value: '(left out)' },
      ],
      queryString: [
        { name: 'b', value: 'c d' },
        { name: 'b', value: '2' },
      ],
      headersSize: 61,
      bodySize: 0,
    },
    response: {
      status: 301,
      statusText: 'Moved Permanently',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [
        { name: 'Location', value: 'https://x.com/ž' },
        { name: 'set-cookie', value: '(left out)' },
        { name: 'Content-Type', value: 'text/html' },
      ],
      content: { size: 7, mimeType: 'text/html' },
      redirectURL: 'https://x.com/ž',
      headersSize: 108,
      bodySize: 7,
      _sha256: 'ab'.repeat(32),
      _truncated: null,
    },
    cache: {},
    timings: { send: 0, wait: 12, receive: 0 },
    serverIPAddress: '2001:db8::1',
    _by: 'program',
    _failure: null,
  });
});

it('says of a request that nobody answered why not', () => {
  const entry = toHarEntry({ ...exchange, response: null, remoteAddress: null, failure: 'the connection was reset' });
  expect(entry).toMatchObject({ response: { status: 0, headers: [] }, _failure: 'the connection was reset' });
  expect(entry).not.toHaveProperty('serverIPAddress');
});

it('is whole after each entry, and replaces what was there', async () => {
  const path = join(folder, 'run.har');
  const entriesOf = async (): Promise<readonly unknown[]> => {
    const { log } = JSON.parse(await readFile(path, 'utf8')) as { log: { version: string; entries: unknown[] } };
    expect(log.version).toBe('1.2');
    return log.entries;
  };
  for (const count of [3, 0, 1]) {
    await using log = await openHarLog(path);
    for (let n = 0; n < count; n += 1) log.write(exchange);
    await expect.poll(entriesOf).toHaveLength(count);
  }
  await expect(entriesOf()).resolves.toEqual([toHarEntry(exchange)]);
});

it('cannot be opened where there is no folder', async () => {
  await expect(openHarLog(join(folder, 'none', 'run.har'))).rejects.toThrow('ENOENT');
});
