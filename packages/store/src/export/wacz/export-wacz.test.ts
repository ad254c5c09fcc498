import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import { fromBufferPromise } from 'yauzl';
import { fillArchive, filmBytes, firstCapture, pageUrl, secondCapture } from '../../../test/exported-archive.ts';
import { temporaryPlace, type TemporaryPlace } from '../../../test/temporary-place.ts';
import { wholeStream } from '../../../test/whole-stream.ts';
import type { Archive } from '../../archive.ts';
import { NothingToExportError } from '../export-options.ts';
import { writeWholeFile } from '../output/write-whole-file.ts';
import { exportWacz } from './export-wacz.ts';
import { createWaczSigner } from './wacz-signer.ts';

const software = { name: 'embalm', version: '0.1.0' };
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const signer = createWaczSigner(privateKey);

let place: TemporaryPlace;
let archive: Archive;
let wacz: Buffer;
let entries: ReadonlyMap<string, Buffer>;
let records: readonly WarcFacts[];

beforeAll(async () => {
  place = await temporaryPlace();
  archive = await fillArchive(place.path);
  wacz = await wholeStream(exportWacz(archive, { software, signer }));
  entries = await unzip(wacz);
  records = await readWarc(entry('archive/data.warc.gz'));
});

afterAll(async () => {
  await archive[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

describe('the WARC in it, as warcio reads it,', () => {
  test('has the digests it says it has', () => {
    let checked = 0;
    for (const { type, block, payload, blockDigest, payloadDigest } of records) {
      if (blockDigest !== null) expect(blockDigest).toBe(`sha256:${sha256(block)}`);
      if (payloadDigest === null || type === 'revisit') continue;
      expect(payloadDigest).toBe(`sha256:${sha256(payload)}`);
      checked += 1;
    }
    expect(checked).toBe(14);
  });

  test('has every exchange: request and answer, side by side', () => {
    const answers = records.filter(({ type }) => type === 'response' || type === 'revisit');
    const requests = records.filter(({ type }) => type === 'request');
    expect([answers.length, requests.length]).toEqual([8, 9]);
    for (const { id, concurrentTo, uri, date } of answers) {
      expect(requests.find((request) => request.concurrentTo === id)).toMatchObject({ id: concurrentTo, uri, date });
    }
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  });

  test('holds each body where it comes first, and refers to that later', () => {
    const revisits = records.filter(({ type }) => type === 'revisit');
    expect(revisits.map(({ uri }) => uri)).toEqual([
      'https://pbs.twimg.com/media/a.jpg?name=orig',
      'https://x.com/cut',
      'https://pbs.twimg.com/media/a.jpg',
    ]);
    for (const { refersTo, payloadDigest } of revisits) {
      const first = records.find(({ id }) => id === refersTo.id);
      expect(first).toMatchObject({ type: 'response', uri: refersTo.uri, date: refersTo.date, payloadDigest });
    }
  });

  test('has heads that fit their decoded bodies', () => {
    const [page, , , film] = records.filter(({ type }) => type === 'response' || type === 'revisit');
    expect(page?.head).toBe(
      'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nX-Orig-Content-Encoding: br\r\n' +
        'X-Orig-Content-Length: 7\r\nContent-Length: 41\r\n\r\n',
    );
    expect(film?.head).toContain('X-Orig-Transfer-Encoding: chunked\r\nContent-Length: 3000000\r\n\r\n');
    expect(film?.payload.equals(filmBytes)).toBe(true);
  });

  test('has screenshots, the post as JSON, and the record word for word', async () => {
    const named = new Map(records.map((record) => [record.uri, record]));
    expect(named.get('urn:embalm:x:20:2/screenshot/light.png')?.payload.toString()).toBe('a screenshot');
    expect(JSON.parse(named.get('urn:embalm:x:20:1/post.json')?.payload.toString() ?? '')).toMatchObject({
      text: 'Hello',
    });
    const head = await archive.head('x:20');
    const record = named.get('urn:embalm:x:20:2');
    expect(record?.type).toBe('metadata');
    expect(sha256(record?.payload ?? Buffer.alloc(0))).toBe(head?.sha256);
  });
});

describe('the index in it', () => {
  test('leads to every record but requests, each a gzip member of its own, in order', () => {
    const lines = text('indexes/index.cdxj').trimEnd().split('\n');
    expect(lines.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))).toEqual(lines);
    const warc = entry('archive/data.warc.gz');
    for (const line of lines) {
      const { url, offset, length, digest, filename } = JSON.parse(line.slice(line.indexOf('{'))) as CdxjEntry;
      const member = gunzipSync(warc.subarray(offset, offset + length)).toString('latin1');
      expect(member).toMatch(/^WARC\/1\.1\r\n/);
      expect(member).toContain(`\r\nWARC-Target-URI: ${url}\r\n`);
      expect(digest === `sha256:${sha256('')}` || member.includes(`WARC-Payload-Digest: ${digest}`)).toBe(true);
      expect(filename).toBe('data.warc.gz');
    }
    expect(lines.length).toBe(records.filter(({ type }) => type !== 'request' && type !== 'warcinfo').length);
    expect(lines[0]).toMatch(/^com,twimg,pbs\)\/media\/a\.jpg 20261122100000 \{/);
  });
});

describe('the package', () => {
  test('has a page for every version of every post, and each page is in the index', () => {
    const [header, ...pages] = text('pages/pages.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(header).toMatchObject({ format: 'json-pages-1.0', id: 'pages' });
    expect(pages).toMatchObject([
      { url: pageUrl, ts: firstCapture, text: 'Hello' },
      { url: pageUrl, ts: secondCapture, text: 'Hello again' },
      { url: 'urn:embalm:x:~fj2coK1xR1:1/post.json', ts: firstCapture, text: 'As an article said' },
    ]);
    const index = text('indexes/index.cdxj');
    for (const { url, ts } of pages as { url: string; ts: string }[]) {
      expect(index).toContain(`${ts.replaceAll(/\D/g, '').slice(0, 14)} {"url":"${url}"`);
    }
  });

  test('names every file with its digest', () => {
    const { resources, ...rest } = JSON.parse(text('datapackage.json')) as { resources: Resource[] };
    expect(rest).toMatchObject({ profile: 'data-package', wacz_version: '1.1.1', created: secondCapture });
    for (const { path, hash, bytes, name } of resources) {
      expect({ hash, bytes }).toEqual({ hash: `sha256:${sha256(entry(path))}`, bytes: entry(path).length });
      expect(path.endsWith(name)).toBe(true);
    }
    expect([...resources.map(({ path }) => path), 'datapackage.json', 'datapackage-digest.json']).toEqual([
      ...entries.keys(),
    ]);
  });

  test('is signed as ReplayWeb.page wants it: the text of the digest, by ECDSA on P-384 with SHA-256', () => {
    const { path, hash, signedData } = JSON.parse(text('datapackage-digest.json')) as Digest;
    expect({ path, hash }).toEqual({ path: 'datapackage.json', hash: `sha256:${sha256(entry('datapackage.json'))}` });
    expect(signedData).toMatchObject({ hash, software: 'embalm', version: '0.1.0' });
    const key = createPublicKey({ key: Buffer.from(signedData.publicKey, 'base64'), format: 'der', type: 'spki' });
    const signature = Buffer.from(signedData.signature, 'base64');
    expect(verify('sha256', Buffer.from(hash), { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
    expect(verify('sha256', Buffer.from(`${hash}0`), { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(false);
  });

  test('has the same bytes every time, however its posts are asked for', async () => {
    const posts = ['x:~fj2coK1xR1', 'x:20', 'x:20'] as const;
    expect((await wholeStream(exportWacz(archive, { software, signer, posts }))).equals(wacz)).toBe(true);
    expect((await wholeStream(exportWacz(archive, { software, posts }))).equals(wacz)).toBe(false);
  });

  test('is written to a file from pieces that are only lent', async () => {
    await using folder = await temporaryPlace();
    const file = join(folder.path, 'posts.wacz');
    expect(await writeWholeFile(file, exportWacz(archive, { software, signer, lend: true }))).toBe(wacz.length);
    expect((await readFile(file)).equals(wacz)).toBe(true);
  });
});

describe('an export', () => {
  test('of nothing is refused', async () => {
    await expect(wholeStream(exportWacz(archive, { software, posts: ['x:21'] }))).rejects.toThrow(NothingToExportError);
  });

  test('stops when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(wholeStream(exportWacz(archive, { software, signal }))).rejects.toThrow('enough');
  });

  test('tells how far it is', async () => {
    const counts: unknown[] = [];
    await wholeStream(exportWacz(archive, { software, onProgress: (count) => counts.push(count) }));
    expect(counts).toEqual([
      { posts: 1, snapshots: 1 },
      { posts: 1, snapshots: 2 },
      { posts: 2, snapshots: 3 },
    ]);
  });
});

interface WarcFacts {
  readonly type: string;
  readonly id: string;
  readonly uri: string;
  readonly date: string;
  readonly head: string;
  readonly block: Buffer;
  readonly payload: Buffer;
  readonly blockDigest: string | null;
  readonly payloadDigest: string | null;
  readonly concurrentTo: string;
  readonly refersTo: { readonly id: string; readonly uri: string; readonly date: string };
}

interface CdxjEntry {
  readonly url: string;
  readonly offset: number;
  readonly length: number;
  readonly digest: string;
  readonly filename: string;
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
}

interface Digest {
  readonly path: string;
  readonly hash: string;
  readonly signedData: { readonly signature: string; readonly publicKey: string };
}

async function readWarc(bytes: Buffer): Promise<readonly WarcFacts[]> {
  const found: WarcFacts[] = [];
  for await (const record of new WARCParser([bytes], { keepHeadersCase: true, parseHttp: false })) {
    const block = Buffer.from(await record.readFully(false));
    const isHttp = (record.warcContentType ?? '').startsWith('application/http');
    const headLength = isHttp ? block.indexOf('\r\n\r\n') + 4 : 0;
    const field = (name: string): string => record.warcHeader(name) ?? '';
    found.push({
      type: field('WARC-Type'),
      id: field('WARC-Record-ID'),
      uri: field('WARC-Target-URI'),
      date: field('WARC-Date'),
      head: block.toString('latin1', 0, headLength),
      block,
      payload: block.subarray(headLength),
      blockDigest: record.warcHeader('WARC-Block-Digest') ?? null,
      payloadDigest: record.warcHeader('WARC-Payload-Digest') ?? null,
      concurrentTo: field('WARC-Concurrent-To'),
      refersTo: {
        id: field('WARC-Refers-To'),
        uri: field('WARC-Refers-To-Target-URI'),
        date: field('WARC-Refers-To-Date'),
      },
    });
  }
  return found;
}

async function unzip(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const found = new Map<string, Buffer>();
  for await (const one of zip.eachEntry()) {
    expect(one.compressionMethod).toBe(0);
    found.set(one.fileName, await wholeStream(await zip.openReadStreamPromise(one)));
  }
  return found;
}

function entry(path: string): Buffer {
  const found = entries.get(path);
  if (found === undefined) throw new Error(`${path} is not in the file`);
  return found;
}

function text(path: string): string {
  return entry(path).toString('utf8');
}

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
