import type { SnapshotDraft } from '@embalm/store';
import { afterAll, describe, expect, test } from 'vitest';
import { hasTestBrowser } from '../../test/browser/find-test-browser.ts';
import { openLocalWay } from '../../test/browser/local-way.ts';
import { openFakeDoor } from '../../test/fake-door.ts';
import type { Handler } from '../../test/local-site.ts';
import { createMemoryKeeper } from '../../test/memory-keeper.ts';
import { createBrowserHandle } from '../browser/browser-handle.ts';
import { capturePage } from './capture-page.ts';

const hasBrowser = await hasTestBrowser('captures of web pages');
const browser = createBrowserHandle();
afterAll(() => browser[Symbol.asyncDispose]());

const start = 'https://news.example/start';
const status = 'https://x.com/jack/status/20';

type Answers = Readonly<Record<string, string | Handler>>;

/** Capture a page of a site whose paths have these answers: HTML, or what a handler does. */
async function capture(
  answers: Answers | string,
  { url = start, timeoutMs = 20_000 } = {},
): Promise<SnapshotDraft & { readonly textOf: (file: string) => string | null; readonly requests: readonly string[] }> {
  const known: Answers = typeof answers === 'string' ? { '/start': answers } : answers;
  const way = await openLocalWay((request, response) => {
    const answer = known[(request.url ?? '').split('?')[0] ?? ''] ?? known['*'];
    if (typeof answer === 'function') return answer(request, response);
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(answer);
  });
  const keeper = createMemoryKeeper();
  const door = openFakeDoor({});
  let closing: PromiseLike<void> | null = null;
  const { draft } = await capturePage(url, {
    door: {
      ...door,
      openPageProxy: async () => ({
        ...way.proxy,
        async [Symbol.asyncDispose]() {
          await (closing ??= way[Symbol.asyncDispose]());
        },
      }),
    },
    browser,
    keep: (bytes) => keeper.keep(bytes),
    readBlob: (sha256) => keeper.readBlob(sha256),
    timeoutMs,
    signal: new AbortController().signal,
    now: () => new Date('2026-11-22T10:00:00.000Z'),
  });
  expect(closing).not.toBeNull();
  return { ...draft, textOf: (file) => keeper.textOf(draft.files[file]), requests: way.requests };
}

const named = ({ page }: SnapshotDraft): readonly string[] => page?.posts.map(({ post }) => post) ?? [];

describe.skipIf(!hasBrowser).concurrent('capturePage', () => {
  test('reads what scripts have made, what shadow roots hold, and what frames show', async () => {
    const draft = await capture({
      '/start': `<!doctype html><title>A &amp; B</title><main><p>One</p><div id="late"></div><div id="host"></div>
        <iframe src="/frame"></iframe><iframe src="about:blank"></iframe></main><script>
        late.innerHTML = '<a href="${status}">late</a>';
        host.attachShadow({ mode: 'open' }).innerHTML = '<a href="https://x.com/a/status/21">in the shadow</a>';</script>`,
      '/frame': '<a href="https://x.com/a/status/22">in a frame</a>',
    });
    expect(draft.observation).toMatchObject({ state: 'live', reason: null, source: 'web' });
    expect(named(draft)).toEqual(['x:20', 'x:21', 'x:22']);
    expect(draft.page).toMatchObject({ url: start, title: 'A & B', text: 'One\nlate', truncated: false });
    expect(draft.textOf('dom.html')).toContain('<template shadowrootmode="open"><a href="https://x.com/a/status/21">');
    expect(draft.textOf('document.html')).toContain('late.innerHTML');
    expect(Object.keys(draft.files)).toEqual(['dom.html', 'frames/1.html', 'document.html', 'screenshot/light.png']);
    expect(draft.missing).toEqual([]);
  });

  test('is not fooled by a page that changes what its own scripts get, or puts elements in the place of ways to ask', async () => {
    const draft = await capture(`<title>True</title><body><p>Text</p><a href="${status}">a</a>
      <img name="querySelectorAll"><img name="documentElement"><img name="readyState"><img name="title"><form name="createTreeWalker"></form>
      <script>
        Array.prototype.map = Array.prototype.slice = Promise.race = setTimeout = () => { throw new Error('caught'); };
        Object.defineProperty(Element.prototype, 'outerHTML', { get: () => 'forged' });
        Element.prototype.getHTML = () => 'forged'; JSON.stringify = () => '"forged"'; String.prototype.trim = () => 'forged';
        Document.prototype.querySelectorAll = () => [];
      </script>`);
    expect(draft.page).toMatchObject({ title: 'True', text: 'Text\na' });
    expect(named(draft)).toEqual(['x:20']);
    expect(draft.textOf('dom.html')).not.toContain('>forged');
  });

  test('is not held up by windows, dialogs, downloads and questions', async () => {
    const draft = await capture(`<title>Busy</title><a href="${status}">a</a><script>
      for (let n = 0; n < 5; n += 1) open('/other', '_blank');
      alert(1); confirm(2); prompt(3); print();
      const link = Object.assign(document.createElement('a'), { href: 'data:application/zip;base64,UEs=', download: 'a.zip' });
      document.body.append(link); link.click();
      onbeforeunload = (event) => { event.preventDefault(); return 'Stay'; };
      navigator.geolocation.getCurrentPosition(() => {}); Notification.requestPermission();</script>`);
    expect(draft.observation.state).toBe('live');
    expect(named(draft)).toEqual(['x:20']);
  });

  test('follows redirects and a refresh, and is known under both ends', async () => {
    const draft = await capture({
      '/start': (_, response) => response.writeHead(302, { location: '/middle' }).end(),
      '/middle': '<meta http-equiv="refresh" content="0;url=/end"><p>Wait</p>',
      '/end': `<title>End</title><a href="${status}">a</a>`,
    });
    expect(draft.page).toMatchObject({ url: 'https://news.example/end', title: 'End' });
    expect(draft.knownAs).toEqual([start, 'https://news.example/end']);
    expect(draft.exchanges.map(({ response }) => response?.status)).toEqual([302, 200, 200]);
  });

  test('does not let a page take the name of a post it leads to (safe)', async () => {
    const draft = await capture({
      '/start': (_, response) => response.writeHead(302, { location: status }).end(),
      '/jack/status/20': '<title>Not that post</title>',
    });
    expect(draft.page?.url).toBe(status);
    expect(draft.knownAs).toEqual([start]);
  });

  test('gives up a page that leads on and on, with all it answered as evidence', async () => {
    const draft = await capture(`<script>location.href = '/start?' + Math.random()</script><p>a</p>`);
    expect(draft).toMatchObject({ page: null, source: null, observation: { state: 'unreachable' } });
    expect(draft.observation.reason).toMatch(/leads on and on|too many redirects/i);
    expect(draft.exchanges.length).toBeGreaterThan(3);
  });

  test.each([
    [404, 'unavailable'],
    [410, 'deleted'],
    [451, 'withheld'],
    [401, 'protected'],
    [403, 'unavailable'],
    [429, 'unreachable'],
    [503, 'unreachable'],
  ] as const)('takes HTTP %i for %s, and keeps the answer', async (code, state) => {
    const draft = await capture({ '/start': (_, response) => response.writeHead(code).end(`<p>${code}</p>`) });
    expect(draft).toMatchObject({ page: null, source: null, observation: { state, reason: `HTTP ${code}` } });
    expect(draft.exchanges[0]?.response?.status).toBe(code);
    expect(draft.textOf('document.html')).toBe(`<p>${code}</p>`);
  });

  test.each([
    ['application/pdf', Buffer.from('%PDF-1.7')],
    ['application/zip', Buffer.from('PK')],
    ['image/png', Buffer.from('\u0089PNG')],
    ['application/json', Buffer.from('{}')],
  ])('says of %s that it is no page', async (type, body) => {
    const draft = await capture({
      '/start': (_, response) => response.writeHead(200, { 'content-type': type }).end(body),
    });
    expect(draft).toMatchObject({
      page: null,
      observation: { state: 'unavailable', reason: `it is no page, but ${type}` },
    });
  });

  test('ends at its deadline with a page whose script never ends, and keeps its answer', async () => {
    const draft = await capture(`<a href="${status}">a</a><script>for (;;);</script>`, { timeoutMs: 4_000 });
    expect(draft).toMatchObject({ page: null, observation: { state: 'unreachable' } });
    expect(draft.observation.reason).toBe('it was not done within 4000 ms');
    expect(draft.exchanges[0]).toMatchObject({ url: start, response: { status: 200 } });
  });

  test('says what it did not wait for, and what it left out', async () => {
    const draft = await capture(
      `<title>Restless</title><a href="${status}">a</a><div style="height: 13000px"></div><script>
        setInterval(() => document.body.append(document.createElement('p')), 20);
        addEventListener('scroll', () => { const more = document.createElement('div'); more.style.height = '2000px'; document.body.append(more); });
        for (let n = 0; n < 30; n += 1) document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: 'frame ' + n }));
      </script>`,
    );
    expect(draft.observation.state).toBe('live');
    expect(named(draft)).toEqual(['x:20']);
    expect(Object.keys(draft.files).filter((name) => name.startsWith('frames/'))).toHaveLength(20);
    const reasons = draft.missing?.map(({ reason }) => reason) ?? [];
    expect(reasons).toContain('what it would still have changed: it did not come to rest');
    expect(reasons.filter((reason) => reason.includes('frame'))).toHaveLength(10);
    expect(draft.files['screenshot/light.png']).toMatchObject({ width: 1280, height: 12_000 });
  });

  test('takes the network from a page that asks without end, and keeps what came', async () => {
    const images = Array.from({ length: 1200 }, (_, n) => `<img src="/more?${n}">`).join('');
    const draft = await capture({ '/start': `<title>Greedy</title><a href="${status}">a</a>${images}`, '*': 'more' });
    expect(draft.missing).toContainEqual({ url: start, reason: 'what it asked for beyond 1000 requests' });
    expect(named(draft)).toEqual(['x:20']);
  });
});
