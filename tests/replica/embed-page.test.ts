import { findBrowser } from '@embalm/archiver';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notices } from './payload/tombstone.ts';
import { answeringPost, arabicPost, emojiPost, fourPhotos, gifPost, samplePosts, stationVideo } from './posts.ts';
import { startReplica, type Replica } from './start-replica.ts';

let replica: Replica;
let browser: Browser;

beforeAll(async () => {
  replica = await startReplica({ posts: samplePosts });
  const { executable } = await findBrowser();
  browser = await chromium.launch({
    executablePath: executable,
    proxy: { server: replica.proxyUrl },
    chromiumSandbox: process.getuid?.() !== 0,
  });
});

afterAll(async () => {
  await browser.close();
  await replica[Symbol.asyncDispose]();
});

test('every sample is drawn with all its pictures, and asks no host that the replica does not play', async () => {
  await using opened = await openPage();
  let pictures = 0;
  for (const { id } of samplePosts) {
    await openEmbed(opened.page, id);
    const images = await opened.page
      .locator('img')
      .evaluateAll((all: HTMLImageElement[]) =>
        Promise.all(all.map((image) => image.decode().then(() => image.naturalWidth))),
      );
    expect(Math.min(...images), id).toBeGreaterThan(0);
    pictures += images.length;
  }
  expect(pictures).toBeGreaterThan(28);
  expect(replica.unexpected).toEqual([]);
  expect(opened.complaints).toEqual([]);
});

test.each([stationVideo, gifPost])('the video of $id plays', async ({ id, media = [] }) => {
  await using opened = await openPage();
  const { page } = opened;
  await openEmbed(page, id);
  await page.getByRole('button', { name: 'Play' }).click();
  const video = page.locator('video');
  await expect
    .poll(() => video.evaluate((film: HTMLVideoElement) => film.currentTime), { timeout: 10_000 })
    .toBeGreaterThan(0.2);
  const seen = await video.evaluate((film: HTMLVideoElement) => ({
    seconds: film.duration,
    width: film.videoWidth,
    height: film.videoHeight,
  }));
  const [{ width, height, durationMs } = { width: 0, height: 0, durationMs: 0 }] = media.flatMap((medium) =>
    medium.type === 'photo' ? [] : [medium],
  );
  expect(seen).toEqual({ seconds: durationMs / 1000, width, height });
});

test('names, alt texts, direction, theme and parent are in the page', async () => {
  await using opened = await openPage();
  const { page } = opened;
  await openEmbed(page, fourPhotos.id, 'dark');
  expect(await page.getByRole('img', { name: 'Sandy hills in "golden" light <autumn>.' }).count()).toBe(1);
  expect(await page.locator('.text').innerText()).toContain('Prints & postcards in June → alpine-society.example/sho…');
  expect(await page.locator('article').evaluate((post) => getComputedStyle(post).backgroundColor)).toBe(
    'rgb(21, 32, 43)',
  );
  await openEmbed(page, emojiPost.id);
  const tags = await page.locator('.text a').allInnerTexts();
  expect(tags).toEqual(['@alpine_society', '#NewYear2025', '$TSLA', 'alpine-society.example/par…']);
  await openEmbed(page, arabicPost.id);
  expect(await page.locator('.text').evaluate((text) => getComputedStyle(text).direction)).toBe('rtl');
  await openEmbed(page, answeringPost.id);
  expect(await page.locator('.text').allInnerTexts()).toEqual(['Mondays.', 'The wink! 😹 Same here in Brno.']);
});

test.each([
  ['404', { kind: 'not-found' }, 'Not found'],
  ['{}', { kind: 'empty-object' }, 'Not found'],
  ['a tombstone', { kind: 'tombstone', text: notices.suspended }, notices.suspended],
  ['a rate limit', { kind: 'rate-limited', resetInSeconds: 60 }, 'Something went wrong. Try again.'],
] as const)('%s is said in the page', async (_name, fault, text) => {
  using _ = replica.fault({ host: 'cdn.syndication.twimg.com' }, fault);
  await using opened = await openPage();
  await opened.page.goto(embedUrl(stationVideo.id, 'light'));
  await expect.poll(() => opened.page.locator('.notice').allInnerTexts()).toEqual([text]);
  expect(await opened.page.locator('article').count()).toBe(0);
});

async function openPage(): Promise<AsyncDisposable & { readonly page: Page; readonly complaints: readonly string[] }> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 598, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
}

async function openEmbed(page: Page, id: string, theme: 'light' | 'dark' = 'light'): Promise<void> {
  await page.goto(embedUrl(id, theme));
  await page.locator('article').waitFor();
}

function embedUrl(id: string, theme: 'light' | 'dark'): string {
  return `https://platform.twitter.com/embed/Tweet.html?id=${id}&lang=en&theme=${theme}&hideThread=false`;
}
