import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crewPhoto, harbourPhoto, stationVideo } from '../replica/posts.ts';
import { type Replica, startReplica } from '../replica/start-replica.ts';
import { type WorkFolder, workFolder } from '../support/work-folder.ts';
import { openReplay } from './open-replay.ts';

let replica: Replica;
let folder: WorkFolder;

beforeAll(async () => {
  replica = await startReplica({ posts: [crewPhoto, harbourPhoto, stationVideo] });
  folder = await workFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
  await replica[Symbol.asyncDispose]();
});

test('an exported post is shown by ReplayWeb.page without the network: text, photo, and what its scripts made', async () => {
  const archived = await folder.run(
    ['archive', `x:${crewPhoto.id}`, `x:${harbourPhoto.id}`, '--spacing', '0'],
    replica,
  );
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
