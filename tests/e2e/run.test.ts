import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedPosts } from '../replica/posts.ts';
import { type Replica, startReplica } from '../replica/start-replica.ts';
import { openPage } from '../support/open-page.ts';
import type { Run } from '../support/run-embalm.ts';
import { type WorkFolder, workFolder } from '../support/work-folder.ts';

let replica: Replica;
let folder: WorkFolder;
let run: Run;

beforeAll(async () => {
  replica = await startReplica({ posts: seedPosts });
  folder = await workFolder();
  run = await folder.run(['run', 'iss.txt', '-o', 'out'], replica);
});

afterAll(async () => {
  expect(await folder.sources()).toEqual(expect.arrayContaining(['x-embed']));
  await folder[Symbol.asyncDispose]();
  await replica[Symbol.asyncDispose]();
});

test('the three posts of the seed article are captured, in its order', () => {
  expect(run.err).toBe('');
  expect(run.code).toBe(0);
  const posts = run.objects.filter(({ type }) => type === 'post');
  expect(posts.map(({ post }) => post)).toEqual(seedPosts.map(({ id }) => `x:${id}`));
  expect(posts.every(({ outcome, state }) => outcome === 'captured' && state === 'live')).toBe(true);
  expect(posts.flatMap(({ mismatches }) => mismatches)).toEqual([]);
  expect(run.objects.at(-1)).toMatchObject({ type: 'page', page: 'out/iss.html', posts: 3 });
});

test('nothing but the hosts of X was asked, and each short link once', () => {
  expect(replica.unexpected).toEqual([]);
  const links = replica.requests.filter(({ host }) => host === 'pic.twitter.com');
  expect(links.map(({ path }) => path).toSorted()).toEqual(['/cV8TijLw8q', '/fj2coK1xR1', '/mvawyRmlMD']);
});

test('a record holds payload, page, screenshots and originals', async () => {
  const [first] = seedPosts;
  const { objects } = await folder.run(['show', `x:${first?.id}`, '--json']);
  const [record] = objects;
  const files = Object.keys(record?.['files'] as object);
  expect(files).toEqual(expect.arrayContaining(['screenshot/light.png', 'screenshot/dark.png']));
  expect(files.some((name) => name.startsWith('media/'))).toBe(true);
  expect(files.some((name) => name.startsWith('payload/'))).toBe(true);
  const exchanges = record?.['exchanges'] as { url: string; by: string }[];
  expect(exchanges.some(({ url, by }) => by === 'browser' && url.includes('/tweet-result'))).toBe(true);
  expect(exchanges.some(({ url, by }) => by === 'program' && url.includes('pic.twitter.com'))).toBe(true);
});

test('the archive is whole', async () => {
  const verify = await folder.run(['verify']);
  expect(verify.code).toBe(0);
  expect(verify.objects.at(-1)).toMatchObject({ type: 'summary', posts: 3, problems: 0 });
});

test.each(['file', 'http'] as const)('the page shows every post without any foreign request (%s)', async (way) => {
  await using opened = await openPage(join(folder.path, 'out'), 'iss.html', way);
  const { page } = opened;
  expect(await page.locator('article.embalm').count()).toBe(3);
  expect(await page.locator('script').count()).toBe(0);
  await page
    .locator('video')
    .first()
    .evaluate((video: HTMLVideoElement) => {
      video.preload = 'auto';
      video.load();
      return new Promise((resolve, reject) => {
        video.addEventListener('loadeddata', resolve, { once: true });
        video.addEventListener('error', () => reject(new Error('the video does not play')), { once: true });
      });
    });
  const broken = await page
    .locator('img')
    .evaluateAll((images) =>
      (images as HTMLImageElement[])
        .filter((image) => image.loading !== 'lazy' && image.naturalWidth === 0)
        .map(({ src }) => src),
    );
  expect(broken).toEqual([]);
  expect(opened.foreignRequests).toEqual([]);
  expect(opened.ownRequests.length).toBeGreaterThan(0);
  expect(opened.complaints).toEqual([]);
});

test('the article keeps its words around the embeds', async () => {
  const page = await readFile(join(folder.path, 'out/iss.html'), 'utf8');
  expect(page).toContain('Russia blames the West for collapsing space cooperation');
  expect(page).not.toContain('— NASA Watch (@NASAWatch) March 5, 2022');
});

test('a second run captures nothing again and makes the same page', async () => {
  const before = await readFile(join(folder.path, 'out/iss.html'), 'utf8');
  const asked = replica.requests.length;
  const again = await folder.run(['run', 'iss.txt', '-o', 'out'], replica);
  expect(again.objects.filter(({ outcome }) => outcome === 'archived')).toHaveLength(3);
  expect(replica.requests.length).toBe(asked);
  expect(await readFile(join(folder.path, 'out/iss.html'), 'utf8')).toBe(before);
});

test('render makes the same page from the archive alone', async () => {
  const render = await folder.run(['render', 'iss.txt', '-o', 'again']);
  expect(render.code).toBe(0);
  const page = await readFile(join(folder.path, 'again/iss.html'), 'utf8');
  expect(page).toBe(await readFile(join(folder.path, 'out/iss.html'), 'utf8'));
});

test('render keeps Markdown as Markdown, byte for byte but for its posts, and again changes nothing', async () => {
  const id = seedPosts[0]?.id ?? '';
  const file = (post: string) =>
    `---\ntitle: A\n---\n\n*One*, [a link](https://x.com/a/status/${id})\r\n\n${post}\n\n- two  \n`;
  await writeFile(join(folder.path, 'post.md'), file(`{% tweet ${id} %}`));
  const render = await folder.run(['render', 'post.md', '-o', 'markdown']);
  expect(render.objects.at(-1)).toMatchObject({ page: 'markdown/post.md', references: 2, shown: 2 });
  const markdown = await readFile(join(folder.path, 'markdown/post.md'), 'utf8');
  const [before = '', after = ''] = file('|').split('|');
  expect(markdown.startsWith(`${before}<style>`)).toBe(true);
  expect(markdown.endsWith(`</article>${after}`)).toBe(true);
  await folder.run(['render', 'markdown/post.md', '-o', 'again']);
  expect(await readFile(join(folder.path, 'again/post.md'), 'utf8')).toBe(markdown);
  const page = await folder.run(['render', 'post.md', '-o', 'markdown', '--to', 'html']);
  expect(page.objects.at(-1)).toMatchObject({ page: 'markdown/post.html' });
});

test('a post by itself gets a page, too; a number that is the name of a folder is no post', async () => {
  const id = seedPosts[0]?.id ?? '';
  const inputs = [`x:${id}`, 'https://pic.twitter.com/cV8TijLw8q'];
  const posts = await folder.run(['run', ...inputs, '-o', 'posts'], replica);
  expect([posts.code, posts.err]).toEqual([0, '']);
  expect(posts.objects).toMatchObject([
    { type: 'post', source: inputs[0], outcome: 'archived' },
    { type: 'page', source: inputs[0], page: `posts/x-${id}.html`, posts: 1 },
    { type: 'post', source: inputs[1], outcome: 'archived' },
    { type: 'page', source: inputs[1], page: 'posts/cV8TijLw8q.html', posts: 1 },
  ]);
  const page = await readFile(join(folder.path, `posts/x-${id}.html`), 'utf8');
  expect(page).toContain('<article class="embalm');
  await mkdir(join(folder.path, '2022'));
  await writeFile(join(folder.path, '2022/a.txt'), `https://x.com/a/status/${id}`);
  const rendered = await folder.run(['render', `https://x.com/a/status/${id}`, '2022', '-o', 'again']);
  expect(rendered.objects).toMatchObject([
    { page: `again/x-${id}.html`, shown: 1 },
    { page: 'again/a.html', shown: 1 },
  ]);
  expect(await readFile(join(folder.path, `again/x-${id}.html`), 'utf8')).toContain('<article class="embalm');
});

test('links can say which version of their post is in the archive', async () => {
  const link = `<a href="https://x.com/a/status/${seedPosts[0]?.id}">a post</a>`;
  await writeFile(join(folder.path, 'link.html'), `<p>See ${link}.</p>`);
  await folder.run(['render', 'link.html', '-o', 'robust', '--links', 'robust']);
  expect(await readFile(join(folder.path, 'robust/link.html'), 'utf8')).toMatch(
    /^<p>See <a data-versiondate="\d{4}-\d\d-\d\dT[\d:.]+Z" href="[^"]+">a post<\/a>\.<\/p>$/,
  );
});

test('a built site is rendered in place, and the second time nothing is', async () => {
  const page = join(folder.path, 'public/a/index.html');
  await mkdir(join(folder.path, 'public/a'), { recursive: true });
  await writeFile(page, `<p>One</p><p>{{< tweet ${seedPosts[0]?.id} >}}</p>`);
  const first = await folder.run(['render', 'public', '--in-place']);
  expect([first.code, first.err]).toEqual([0, '']);
  expect(first.objects).toEqual([
    { type: 'page', page: 'public/a/index.html', posts: 1 },
    { type: 'summary', site: 'public', pages: 1, rewritten: 1, same: 0, left: 0 },
  ]);
  const html = await readFile(page, 'utf8');
  expect(html).toMatch(/^<p>One<\/p><style>[^]*<article class="embalm/);
  const again = await folder.run(['render', 'public', '--in-place']);
  expect(again.objects).toEqual([{ type: 'summary', site: 'public', pages: 1, rewritten: 0, same: 1, left: 0 }]);
  expect(await readFile(page, 'utf8')).toBe(html);
  const wrong = await folder.run(['render', 'iss.txt', '--in-place']);
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('--in-place takes the folders of built sites')]);
});

test('embed prints one post with its media inside', async () => {
  const { out, code } = await folder.run(['embed', 'https://pic.twitter.com/cV8TijLw8q']);
  expect(code).toBe(0);
  expect(out).toContain('<article class="embalm');
  expect(out).toContain('data:image/');
});

test('list finds them by author', async () => {
  const { objects } = await folder.run(['list', '--author', '@ROSCOSMOS']);
  expect(objects).toHaveLength(2);
});
