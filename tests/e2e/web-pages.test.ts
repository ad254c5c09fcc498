import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleUrl, newsHosts } from '../replica/news/news-site.ts';
import { seedPosts } from '../replica/posts.ts';
import { type Replica, startReplica } from '../replica/start-replica.ts';
import { type Answer, htmlAnswer, redirectAnswer } from '../replica/reply.ts';
import { openPage } from '../support/open-page.ts';
import { type Run, runEmbalm } from '../support/run-embalm.ts';
import { networkOf, type WorkFolder, workFolder } from '../support/work-folder.ts';

/** How long hosts are spared is tried elsewhere. */
const unspared = ['--spacing', '0'];

let replica: Replica;
let folder: WorkFolder;
let run: Run;

beforeAll(async () => {
  replica = await startReplica({ posts: seedPosts, hosts: newsHosts });
  folder = await workFolder();
  run = await folder.run(['archive', articleUrl, ...unspared], replica);
});

afterAll(async () => {
  expect(await folder.sources()).toEqual(expect.arrayContaining(['web', 'x-embed']));
  await folder[Symbol.asyncDispose]();
  await replica[Symbol.asyncDispose]();
});

const posts = ['x:1500127395262201857', 'x:1499754484341932037', 'x:1499749541795069957'];

test('an article by URL is captured, and so are the posts in its document, its lazy parts and its frames', () => {
  expect(run.err).toBe('');
  expect(run.code).toBe(0);
  const [page, ...found] = run.objects;
  expect(page).toMatchObject({
    type: 'web-page',
    source: articleUrl,
    outcome: 'captured',
    state: 'live',
    title: 'What the crew saw – The Example News',
    url: articleUrl,
  });
  expect(found.map(({ post }) => post)).toEqual(posts);
  expect(found).toMatchObject(
    posts.map(() => ({ type: 'post', source: articleUrl, outcome: 'captured', mismatches: [] })),
  );
});

test('its record has what the page says, its documents, its exchanges and its pictures', async () => {
  const { objects } = await folder.run(['show', articleUrl, '--json']);
  const [record] = objects as [Record<string, unknown>];
  expect(record).toMatchObject({
    source: 'web',
    content: null,
    knownAs: [articleUrl],
    missing: [],
    page: {
      url: articleUrl,
      canonicalUrl: articleUrl,
      siteName: 'The Example News',
      byline: 'Ann Author',
      publishedAt: '2022-03-06T09:30:00+01:00',
      lang: 'en',
    },
  });
  const page = record['page'] as { text: string; posts: { post: string; handle: string | null }[] };
  expect(page.text.split('\n')).toEqual([
    'What the crew saw',
    'By Ann Author,',
    'The station was in the news again this weekend, and not for its view.',
    'Others had more to say.',
    'A reader’s collection follows.',
  ]);
  expect(page.posts.map(({ post, handle }) => [post, handle])).toEqual([
    [posts[0], 'NASAWatch'],
    [posts[1], null],
    [posts[2], 'roscosmos'],
  ]);
  expect(Object.keys(record['files'] as object)).toEqual([
    'document.html',
    'dom.html',
    'frames/1.html',
    'frames/2.html',
    'frames/3.html',
    'screenshot/dark.png',
    'screenshot/light.png',
  ]);
  const exchanges = record['exchanges'] as { url: string; response: { status: number } | null }[];
  const hosts = new Set(exchanges.map(({ url }) => new URL(url).host));
  expect([...hosts]).toEqual(expect.arrayContaining(['news.example', 'ads.example', 'platform.twitter.com']));
});

test('a second time nobody is asked for it, under whatever spelling, also without a network', async () => {
  const before = replica.requests.length;
  const again = await folder.run(['archive', 'http://www.news.example/2022/03/iss.html#top', ...unspared], replica);
  expect(again.code).toBe(0);
  expect(again.objects.map(({ outcome }) => outcome)).toEqual(['archived', 'archived', 'archived', 'archived']);
  expect(replica.requests.slice(before)).toEqual([]);
});

test('it is listed, exported and verified like a post', async () => {
  const list = await folder.run(['list', '--search', 'reader collection']);
  expect(list.objects).toMatchObject([{ source: 'web', name: 'Ann Author', createdAt: '2022-03-06T08:30:00.000Z' }]);
  const byArticle = await folder.run(['list', '--article', articleUrl]);
  // Of the third post, which stands in a frame, it says no more than the id.
  expect(byArticle.objects.map(({ post }) => post)).toEqual(expect.arrayContaining(posts));
  expect(byArticle.objects).toHaveLength(3);
  expect((await folder.run(['export', '--wacz', 'all.wacz', '--no-sign'])).code).toBe(0);
  expect((await folder.run(['verify'])).objects.at(-1)).toMatchObject({ posts: 4, problems: 0 });
});

test('a sweep looks at it by one request for its document, and opens it only if that says something else', async () => {
  await cp(join(folder.path, 'archive'), join(folder.path, 'swept'), { recursive: true });
  const sweep = (): Promise<Run> => {
    const args = ['refresh', '--all', '--archive', 'swept', ...networkOf(replica)];
    return runEmbalm(args, { cwd: folder.path, env: { EMBALM_CHROMIUM: '/nowhere/chromium' } });
  };
  const from = replica.requests.length;
  const same = await sweep();
  expect(same.code).toBe(0);
  expect(same.objects.filter(({ url }) => url === articleUrl)).toMatchObject([
    { outcome: 'unchanged', state: 'live', requests: 1 },
  ]);
  expect(same.objects.at(-1)).toMatchObject({ type: 'summary', checked: 4, outcomes: { unchanged: 4 } });
  const asked = replica.requests.slice(from).filter(({ host }) => !host.endsWith('twimg.com') && host !== 't.co');
  expect(asked.map(({ url }) => url)).toEqual([articleUrl]);
  using _ = replica.on({ host: 'news.example', path: '/2022/03/iss.html' }, async (_request, next) => {
    const answer = (await next()) as Answer;
    return { ...answer, body: Buffer.from(answer.body).toString().replace('Others had', 'Nobody had') };
  });
  const other = await sweep();
  expect([other.code, other.err]).toEqual([4, expect.stringContaining('The browser that EMBALM_CHROMIUM names')]);
});

test.each([
  ['https://news.example/nowhere', 'noted', 'unavailable', 'HTTP 404'],
  ['https://news.example/crew.svg', 'noted', 'unavailable', 'it is no page, but image/svg+xml'],
  ['http://127.0.0.1/', 'lost', 'unreachable', '127.0.0.1 is not a public address'],
  ['http://[::ffff:a9fe:a9fe]/', 'lost', 'unreachable', 'is not a public address'],
  ['https://printer.local/', 'lost', 'unreachable', 'is a name that only a local network could know'],
])('what is no page is said, and ends with 1: %s', async (url, outcome, state, reason) => {
  const { code, objects } = await folder.run(['archive', url, ...unspared], replica);
  expect(objects).toMatchObject([{ outcome, state, reason: expect.stringContaining(reason) as string }]);
  expect(code).toBe(1);
});

test('a page that is not archived, without a network, is lost', async () => {
  const { code, objects } = await folder.run(['archive', 'https://news.example/other'], null);
  expect(objects).toMatchObject([{ outcome: 'lost', reason: 'there is no network' }]);
  expect(code).toBe(1);
});

test('run makes its page from the archive, each post in its place, and nothing of the page runs', async () => {
  const { code, objects } = await folder.run(['run', articleUrl, '-o', 'out'], null);
  expect(code).toBe(0);
  expect(objects.at(-1)).toMatchObject({ type: 'page', page: 'out/iss.html', posts: 3 });
  const html = await readFile(join(folder.path, 'out/iss.html'), 'utf8');
  expect(html.match(/<article class="embalm/g)).toHaveLength(2);
  expect(html).not.toMatch(/<script(?! type="application\/ld\+json")/);
  expect(html).toContain('src="https://news.example/crew.svg"');
  const rendered = await folder.run(['render', articleUrl, '-o', 'again']);
  expect(rendered.code).toBe(0);
  expect(await readFile(join(folder.path, 'again/iss.html'), 'utf8')).toBe(html);
  expect((await folder.run(['check', '--fix', 'out/iss.html'])).code).toBe(0);
  await using opened = await openPage(join(folder.path, 'out'), 'iss.html', 'file');
  expect(await opened.page.locator('article.embalm').count()).toBe(2);
  expect(opened.foreignRequests).toEqual([]);
});

test('render says what the archive does not have, and makes the other pages', async () => {
  const { code, err, objects } = await folder.run(['render', 'https://news.example/x', 'iss.txt', '-o', 'more']);
  expect(err).toContain('https://news.example/x: not in the archive.');
  expect(objects).toMatchObject([{ page: 'more/iss.html' }]);
  expect(code).toBe(2);
});

test('find reads what the server sends, without browser and archive', async () => {
  const found = await folder.run(['find', 'iss.txt', 'https://news.example/short'], replica);
  expect(found.code).toBe(0);
  expect(found.objects.map(({ source }) => source)).toEqual([
    'iss.txt',
    'iss.txt',
    'iss.txt',
    'https://news.example/short',
  ]);
  expect(found.objects[3]).toMatchObject({ kind: 'embed', handle: 'NASAWatch', post: { id: posts[0]?.slice(2) } });
});

test.each([
  ['https://news.example/nowhere', 1, 'HTTP 404'],
  ['https://news.example/crew.svg', 1, 'not an article, but image/svg+xml'],
  ['http://0x7f.1/', 1, '127.0.0.1 is not a public address'],
  ['https://x.com/jack/status/20', 2, 'is a post'],
])('find says what it cannot read: %s', async (url, code, message) => {
  const run_ = await folder.run(['find', url, 'iss.txt'], replica);
  expect(run_.err).toContain(message);
  expect(run_.code).toBe(code);
});

test('refresh opens it again: a line if nothing is new, a record if something is', async () => {
  const same = await folder.run(['refresh', articleUrl, ...unspared], replica);
  expect(same.objects[0]).toMatchObject({ type: 'check', outcome: 'unchanged', state: 'live' });
  using _ = replica.on({ host: 'news.example', path: '/2022/03/iss.html' }, async (_request, next) => {
    const answer = (await next()) as Answer;
    return { ...answer, body: Buffer.from(answer.body).toString().replace('Others had', 'Nobody had') };
  });
  const other = await folder.run(['refresh', articleUrl, ...unspared], replica);
  expect(other.objects[0]).toMatchObject({ outcome: 'changed', changes: [{ field: 'text' }] });
  const history = await folder.run(['history', articleUrl, '--checks']);
  expect(history.objects.map(({ type, state }) => [type, state])).toEqual([
    ['record', 'live'],
    ['check', 'live'],
    ['record', 'live'],
  ]);
  expect(history.err).toBe('');
  expect((await folder.run(['verify'])).code).toBe(0);
});

test('a feed by URL is read entry by entry, archived with its posts, and made a page of', async () => {
  const feedUrl = 'https://news.example/feed.xml';
  const found = await folder.run(['find', feedUrl], replica);
  expect(found.objects).toMatchObject([{ source: `${feedUrl}#2`, post: { id: posts[0]?.slice(2) } }]);
  const made = await folder.run(['run', feedUrl, '-o', 'feed', '--strict', ...unspared], replica);
  expect(made.code).toBe(0);
  expect(made.objects).toMatchObject([
    { type: 'web-page', outcome: 'noted', reason: 'it is no page, but application/rss+xml' },
    { type: 'post', post: posts[0], outcome: 'archived' },
    { type: 'page', page: 'feed/feed.html', posts: 1 },
  ]);
  expect(await readFile(join(folder.path, 'feed/feed.html'), 'utf8')).toContain('An item without a post.');
  const archived = await folder.run(['archive', feedUrl, ...unspared], replica);
  expect([archived.code, archived.objects.map(({ outcome }) => outcome)]).toEqual([0, ['noted', 'archived']]);
});

const metadataService = 'http://169.254.169.254/latest/meta-data/';

test.each([
  ['plain', metadataService, 'which is not asked for'],
  ['secure', 'https://[::ffff:127.0.0.1]/', 'it had led to https://[::ffff:7f00:1]/'],
  ['named', 'http://metadata.google.internal/', 'which is not asked for'],
])('a redirect into the local network is not followed (%s) (safe)', async (name, target, reason) => {
  const host = `${name}.inward.example`;
  replica.host(host, () => redirectAnswer(target, 302));
  const { code, objects } = await folder.run(['archive', `https://${host}/`, '--timeout', '20', ...unspared], replica);
  expect(objects).toMatchObject([{ outcome: 'noted', state: 'unreachable', title: null }]);
  expect(objects[0]?.['reason']).toContain(reason);
  expect(code).toBe(1);
  expect(replica.requests.filter((request) => request.host !== host && request.url.startsWith(target))).toEqual([]);
  const found = await folder.run(['find', `https://${host}/`], replica);
  expect(found).toMatchObject({ code: 1, objects: [] });
});

test('parts of a page in the local network are not asked for, and the record says so (safe)', async () => {
  replica.host('parts.inward.example', () =>
    htmlAnswer(
      200,
      `<title>Parts</title><img src="${metadataService}"><img src="http://0x7f.1/a"><iframe src="http://router.lan/"></iframe>`,
    ),
  );
  const { objects } = await folder.run(['archive', 'https://parts.inward.example/', ...unspared], replica);
  expect(objects).toMatchObject([{ outcome: 'captured', title: 'Parts' }]);
  const [record] = (await folder.run(['show', 'https://parts.inward.example/'])).objects;
  const exchanges = record?.['exchanges'] as { url: string; response: unknown; failure: string | null }[];
  const inward = exchanges.filter(({ url }) => !url.includes('parts.inward.example'));
  expect(inward.map(({ url }) => url)).toEqual(expect.arrayContaining([metadataService, 'http://127.0.0.1/a']));
  for (const { url, response, failure } of inward) {
    expect([url, response]).toEqual([url, null]);
    expect(failure, url).toMatch(/not asked for|ERR_/);
  }
  expect(replica.requests.filter(({ host }) => /^(?:169\.|127\.|router)/.test(host))).toEqual([]);
});
