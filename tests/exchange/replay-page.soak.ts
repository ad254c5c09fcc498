import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleUrl, newsHosts } from '../replica/news/news-site.ts';
import { stationVideo } from '../replica/posts.ts';
import { startReplica } from '../replica/start-replica.ts';
import { workFolder } from '../support/work-folder.ts';
import { openReplay } from './open-replay.ts';

test('an exported web page is shown under its own URL, with its styles, its picture, and the posts in its frames', async () => {
  await using replica = await startReplica({ posts: [stationVideo], hosts: newsHosts });
  await using folder = await workFolder();
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
