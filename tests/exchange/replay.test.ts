import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleUrl, newsHosts } from '../replica/news/news-site.ts';
import { crewPhoto, harbourPhoto, stationVideo } from '../replica/posts.ts';
import { type Replica, startReplica } from '../replica/start-replica.ts';
import { type WorkFolder, workFolder } from '../support/work-folder.ts';
import { openReplay } from './open-replay.ts';

let replica: Replica;
let folder: WorkFolder;

beforeAll(async () => {
  replica = await startReplica({ posts: [crewPhoto, harbourPhoto, stationVideo], hosts: newsHosts });
  folder = await workFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
  await replica[Symbol.asyncDispose]();
});

test('an exported post is shown by ReplayWeb.page without the network: text, photo, and what its scripts made', async () => {
  const archived = await folder.run(['archive', `x:${crewPhoto.id}`, `x:${harbourPhoto.id}`], replica);
  expect(archived.code).toBe(0);
  const exported = await folder.run(['export', '--wacz', 'posts.wacz']);
  expect(exported.err).toBe('');
  expect(exported.objects).toMatchObject([{ type: 'export', file: 'posts.wacz', posts: 2, snapshots: 2 }]);

  // The second post of the file: its styles and scripts are revisits of the first one's.

  const { objects } = await folder.run(['show', harbourPhoto.id, '--json']);
  const exchanges = objects[0]?.['exchanges'] as { url: string; by: string; startedAt: string }[];
  const page = exchanges.find(({ by, url }) => by === 'browser' && url.includes('/embed/Tweet.html'));
  const ts = page?.startedAt.replaceAll(/\D/g, '').slice(0, 14) ?? '';
  await using replay = await openReplay(join(folder.path, 'posts.wacz'), page?.url ?? '', ts);

  const article = replay.frame.locator('article');
  await article.waitFor({ timeout: 30_000 });
  expect(await article.textContent()).toContain('Tři plachetnice a ticho.');
  const photo = replay.frame.locator('article img[src*="/media/"]').first();
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  expect(
    await replay.frame.locator('link[rel=stylesheet]').evaluate((link: HTMLLinkElement) => link.sheet !== null),
  ).toBe(true);
  expect(replay.foreignRequests).toEqual([]);
});

test('an exported web page is shown under its own URL, with its styles, its picture, and the posts in its frames', async () => {
  expect((await folder.run(['archive', articleUrl], replica)).objects[0]).toMatchObject({ outcome: 'captured' });
  expect((await folder.run(['export', '--wacz', 'page.wacz', articleUrl])).code).toBe(0);
  const { objects } = await folder.run(['show', articleUrl, '--json']);
  const exchanges = objects[0]?.['exchanges'] as { url: string; startedAt: string }[];
  const ts = exchanges[0]?.startedAt.replaceAll(/\D/g, '').slice(0, 14) ?? '';
  await using replay = await openReplay(join(folder.path, 'page.wacz'), articleUrl, ts);

  const { frame } = replay;
  await frame.locator('h1').waitFor({ timeout: 30_000 });
  expect(await frame.locator('h1').textContent()).toBe('What the crew saw');
  const picture = frame.locator('main img').first();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
  expect(await frame.locator('body').evaluate((body) => getComputedStyle(body).fontSize)).toBe('18px');
  // The page's scripts run in the replay, and put the frames in again.
  const post = frame.frameLocator('.twitter-tweet-rendered iframe').locator('article');
  await post.waitFor({ timeout: 30_000 });
  expect(await post.textContent()).toContain('NASA Watch');
  expect(replay.foreignRequests).toEqual([]);
});
