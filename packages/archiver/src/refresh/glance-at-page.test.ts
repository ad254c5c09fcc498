import type { Page } from '@embalm/post';
import { pageIdOf, type StoredSnapshot } from '@embalm/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeAnswer, type FakeDoor, openFakeDoor } from '../../test/fake-door.ts';
import { openTestArchive, type TestArchive } from '../../test/open-test-archive.ts';
import { describePage } from '../pages/describe-page.ts';
import { readStaticFacts } from '../pages/read-static-facts.ts';
import { type Glance, glanceAtPage } from './glance-at-page.ts';

const url = 'https://news.example/a.html';
const tail = 'https://news.example/a';
const words = 'The station was in the news again this weekend.';

/** A page with what changes by itself around an article that does not. */
const page = (
  text = words,
  noise = 'one',
  head = '<title>The crew</title><meta name="author" content="Ann">',
): string =>
  `<!doctype html><html lang="en"><head>${head}<meta name="csrf-token" content="${noise}"></head>
  <body><nav>${noise} new</nav><article><p>${text}</p><time>${noise} minutes ago</time><script>let a = "${noise}"</script>
  <blockquote class="twitter-tweet"><a href="https://twitter.com/nasa/status/1500127395262201857">x</a></blockquote>
  </article><aside>Also: ${noise}</aside></body></html>`;

const html = (body: string, status = 200, headers: Record<string, string> = {}): FakeAnswer => ({
  status,
  body,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
});

let place: TestArchive;
beforeEach(async () => {
  place = await openTestArchive();
});
afterEach(() => place[Symbol.asyncDispose]());

async function capture(document: string, shown: Partial<Page> = {}): Promise<StoredSnapshot> {
  const { archive } = place;
  const at = '2026-01-01T00:00:00.000Z';
  const body = await archive.keep(Buffer.from(document));
  const file = { of: null, rung: null, width: null, height: null, mediaType: 'text/html', role: 'document' } as const;
  const head = 'HTTP/1.1 200 OK\r\nETag: "abc"\r\nLast-Modified: Wed, 31 Dec 2025 10:00:00 GMT';
  await archive.commit({
    post: pageIdOf(url),
    capturedAt: at,
    knownAs: [url],
    observation: { state: 'live', source: 'web', at, reason: null },
    answers: [],
    source: 'web',
    content: null,
    page: { ...describePage(readStaticFacts(document, url), []), text: words, ...shown },
    claim: null,
    mismatches: [],
    missing: [],
    exchanges: [
      {
        url,
        method: 'GET',
        by: 'browser',
        startedAt: at,
        durationMs: 1,
        protocol: 'http/1.1',
        remoteAddress: null,
        request: { head: '', headSource: 'synthesised', body: null },
        response: { status: 200, head, headSource: 'verbatim', body, truncated: null },
        failure: null,
      },
    ],
    files: { 'document.html': { ...body, ...file, from: url } },
    software: { name: 'embalm', version: '0', browser: null },
  });
  const stored = await archive.head(pageIdOf(url));
  if (stored === null) throw new Error('It was committed');
  return stored;
}

async function glance(
  captured: StoredSnapshot,
  answers: Readonly<Record<string, FakeAnswer>>,
): Promise<Glance & { readonly door: FakeDoor }> {
  const door = openFakeDoor(answers);
  const context = { archive: place.archive, door, timeoutMs: 1000, signal: AbortSignal.timeout(9999) };
  return { ...(await glanceAtPage(url, captured, context)), door };
}

describe('a glance at a page', () => {
  it.each([
    ['the same bytes', html(page())],
    ['another token, other advertisements and times', html(page(words, 'two'))],
    ['"not modified"', html('', 304)],
  ])('is enough where its server sends %s', async (_, answer) => {
    const { kind, door, exchanges } = await glance(await capture(page()), { [url]: answer });
    expect([kind, door.asked, exchanges.length]).toEqual(['same', [url], 1]);
    expect(door.requests[0]).toMatchObject({
      scope: 'web',
      headers: { 'If-None-Match': '"abc"', 'If-Modified-Since': 'Wed, 31 Dec 2025 10:00:00 GMT' },
    });
  });

  it.each([
    ['another text', html(page('The station was not in the news.'))],
    ['another title', html(page(words, 'one', '<title>The crew, corrected</title><meta name="author" content="Ann">'))],
    ['another author', html(page(words, 'one', '<title>The crew</title><meta name="author" content="Bob">'))],
    ['another post', html(page().replace('1500127395262201857', '1500127395262201858'))],
    ['"not found"', html('', 404)],
    ['"forbidden"', html('', 403)],
    ['what is no text', html('%PDF-1.7\u0000', 200, { 'content-type': 'application/pdf' })],
  ])('is not enough where it sends %s', async (_, answer) => {
    expect(await glance(await capture(page()), { [url]: answer })).toMatchObject({ kind: 'other', reason: null });
  });

  it('is not enough where scripts write the text, and then costs nothing', async () => {
    const shell = '<!doctype html><title>The crew</title><div id="app"></div><script src="/app.js"></script>';
    const { kind, door } = await glance(await capture(shell), { [url]: html(shell) });
    expect([kind, door.asked]).toEqual(['other', []]);
    const empty = await glance(await capture(shell, { text: '' }), { [url]: html(shell) });
    expect([empty.kind, empty.door.asked]).toEqual(['other', []]);
  });

  it.each([
    ['HTTP 503', html('', 503)],
    ['HTTP 429', html('', 429)],
    ['its name is not known', 'offline' as const],
  ])('says that nobody answered: %s', async (reason, answer) => {
    const { kind, reason: said, exchanges } = await glance(await capture(page()), { [url]: answer });
    expect([kind, said?.includes(reason), exchanges.length]).toEqual(['silent', true, 1]);
  });

  it('follows redirects; that the page has moved is news', async () => {
    const moved = { [url]: html('', 301, { location: '/a' }), [tail]: html(page()) };
    const { kind, door } = await glance(await capture(page()), moved);
    expect([kind, door.asked]).toEqual(['other', [url, tail]]);
    expect(door.requests[1]?.headers).not.toHaveProperty('If-None-Match');
    const inward = await glance(await capture(page()), {
      [url]: html('', 301, { location: 'http://127.0.0.1/' }),
    }).catch((error: unknown) => error);
    expect(inward).toMatchObject({ kind: 'silent', reason: expect.stringContaining('not a public address') as string });
  });
});
