import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../test/failure-of.ts';
import { openLocalDoor } from '../../test/local-door.ts';
import { serveLocally } from '../../test/local-site.ts';
import type { DoorAnswer } from './door.ts';

const file = Buffer.from(Array.from({ length: 10_000 }, (_, n) => n % 251));

/** How a host behaves that cuts every answer after some bytes. */
interface Host {
  readonly cutAfter: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Changes what is sent as the rest. */
  readonly rest?: (request: IncomingMessage, response: ServerResponse, first: number) => void;
}

/** Ask such a host for the file. @returns The answer or the error, and the ranges that were asked for. */
async function download({ cutAfter, headers = { etag: '"v1"' }, rest }: Host, maxBytes = 100_000) {
  const ranges: string[] = [];
  await using site = await serveLocally((request, response) => {
    const first = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? Number.NaN);
    ranges.push(`${request.headers.range ?? '-'} ${String(request.headers['if-range'] ?? '-')}`);
    if (Number.isNaN(first)) send(response, 200, file, headers);
    else if (rest !== undefined) rest(request, response, first);
    else sendRest(response, first, headers);
  });
  await using local = openLocalDoor(site);
  const asking = local.door.ask({
    scope: 'short-links',
    url: `http://t.co:${site.port}/film`,
    resumable: true,
    maxBytes,
  });
  const failure = await failureOf(asking).catch(() => null);
  const answer: DoorAnswer | null = failure === null ? await asking : null;
  return { answer, failure, ranges, keeper: local.keeper };

  function sendRest(response: ServerResponse, first: number, more: Readonly<Record<string, string>>): void {
    const contentRange = `bytes ${first}-${file.length - 1}/${file.length}`;
    send(response, 206, file.subarray(first), { ...more, 'content-range': contentRange });
  }

  function send(response: ServerResponse, status: number, body: Buffer, more: Readonly<Record<string, string>>): void {
    response.writeHead(status, { 'content-length': body.length, ...more });
    if (body.length <= cutAfter) response.end(body);
    else response.write(body.subarray(0, cutAfter), () => setTimeout(() => response.destroy(), 10));
  }
}

describe('a body that breaks off', () => {
  it('is gone on with where it ended, as often as it takes, and put together', async () => {
    const { answer, ranges, keeper } = await download({ cutAfter: 3000 });
    expect(ranges).toEqual(['- -', 'bytes=3000- "v1"', 'bytes=6000- "v1"', 'bytes=9000- "v1"']);
    expect(keeper.blobs.get(answer?.body?.sha256 ?? '')).toEqual(file);
    expect(answer).toMatchObject({ status: 200, body: { bytes: 10_000 }, earlier: { length: 3 } });
    expect(Buffer.from(answer?.start ?? [])).toEqual(file.subarray(0, 64));
    await expect(answer?.bytes()).resolves.toEqual(file);
    // Each part is evidence of its own.
    const parts = [...(answer?.earlier ?? []), answer?.exchange].map((one) => one?.response);
    expect(parts.map((one) => one?.status)).toEqual([200, 206, 206, 206]);
    expect(parts.map((one) => one?.body?.bytes)).toEqual([3000, 3000, 3000, 1000]);
    expect(parts.map((one) => one?.truncated)).toEqual(['disconnect', 'disconnect', 'disconnect', null]);
  });

  it('is gone on with by its date where it has no tag', async () => {
    const date = 'Sat, 05 Mar 2022 22:04:25 GMT';
    const { answer, ranges } = await download({ cutAfter: 6000, headers: { 'last-modified': date, etag: 'W/"v1"' } });
    expect(ranges).toEqual(['- -', `bytes=6000- ${date}`]);
    expect(answer?.body?.bytes).toBe(10_000);
  });

  it.each([
    ['has nothing to know it by', {}],
    ['is coded', { etag: '"v1"', 'content-encoding': 'rot13' }],
  ])('is begun again if it %s', async (_, headers) => {
    const { failure, ranges } = await download({ cutAfter: 6000, headers });
    expect(failure?.name).toBe('UnreachableError');
    expect(new Set(ranges)).toEqual(new Set(['- -']));
  });

  it.each([
    ['another file, whole', 200, undefined],
    ['another part than was asked for', 206, 'bytes 0-9999/10000'],
    ['a part without its place', 206, undefined],
    ['no part', 416, 'bytes */10000'],
  ])('is not mixed with %s', async (_, status, contentRange) => {
    const other = Buffer.alloc(10_000, 7);
    let times = 0;
    const { answer, keeper } = await download({
      cutAfter: 6000,
      rest: (_request, response) => {
        times += 1;
        response.writeHead(status, contentRange === undefined ? {} : { 'content-range': contentRange });
        response.end(status === 416 ? '' : other);
      },
    });
    expect(times).toBeGreaterThan(0);
    expect(answer?.status).toBe(status);
    const body = Buffer.from(keeper.blobs.get(answer?.body?.sha256 ?? '') ?? []);
    expect(body.equals(status === 416 ? Buffer.alloc(0) : other)).toBe(true);
  });

  it('is given up when nothing more comes, with every part as evidence', async () => {
    const { failure, ranges } = await download({ cutAfter: 6000, rest: (_, response) => void response.destroy() });
    expect(failure).toMatchObject({ name: 'UnreachableError', exchanges: { length: 4 } });
    expect(ranges.slice(1)).toEqual(Array(3).fill('bytes=6000- "v1"'));
  });

  it('counts what has come against the cap', async () => {
    const { failure } = await download(
      {
        cutAfter: 6000,
        rest: (_, response) =>
          void response.writeHead(206, { 'content-range': 'bytes 6000-9999/*' }).end(file.subarray(6000)),
      },
      9999,
    );
    expect(failure).toMatchObject({ name: 'TooLargeError', exchanges: { length: 1 } });
  });
});
