import { findBrowser } from '@embalm/archiver';
import { type Browser, chromium } from 'playwright';
import type { ReplicaProcess } from './start-replica-process.ts';

const concurrency = 2;
const warmUp = 2;

/**
 * Do what no capture can do without, and nothing more: open the embed page in a fresh context, read every body out of the browser,
 * photograph the post light and dark. Nothing is kept, no photo is fetched in its best size, and the page is loaded once: it is not
 * asked to draw itself dark.
 *
 * @returns Pages a minute, two at a time in one browser.
 */
export async function measureBareLoop({ proxyUrl }: ReplicaProcess, ids: readonly string[]): Promise<number> {
  const { executable } = await findBrowser();
  await using browser = await chromium.launch({
    executablePath: executable,
    args: ['--disable-http2', '--disable-quic'],
    chromiumSandbox: process.getuid?.() !== 0,
    proxy: { server: proxyUrl, bypass: '<-loopback>' },
  });
  await visitAll(browser, ids.slice(0, warmUp));
  const started = performance.now();
  await visitAll(browser, ids.slice(warmUp));
  return (ids.length - warmUp) / ((performance.now() - started) / 60_000);
}

async function visitAll(browser: Browser, ids: readonly string[]): Promise<void> {
  const waiting = [...ids];
  const work = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await visit(browser, id);
  };
  await Promise.all(Array.from({ length: concurrency }, work));
}

async function visit(browser: Browser, id: string): Promise<void> {
  await using context = await browser.newContext({
    ignoreHTTPSErrors: true,
    extraHTTPHeaders: { 'Accept-Encoding': 'identity' },
    viewport: { width: 598, height: 900 },
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const bodies: Promise<Buffer>[] = [];
  session.on('Network.loadingFinished', ({ requestId }) => {
    const read = session.send('Network.getResponseBody', { requestId });
    bodies.push(read.then(({ body, base64Encoded }) => Buffer.from(body, base64Encoded ? 'base64' : 'utf8')));
  });
  await session.send('Network.enable');
  await page.goto(`https://platform.twitter.com/embed/Tweet.html?id=${id}&lang=en&theme=light`);
  const post = page.locator('article').first();
  const photos = post.locator('img');
  await post.waitFor();
  await photos.evaluateAll((images) => Promise.all(images.map((image) => (image as HTMLImageElement).decode())));
  await post.screenshot();
  await page.emulateMedia({ colorScheme: 'dark' });
  await post.screenshot();
  const read = await Promise.all(bodies);
  // The page, its scripts, its payload, four photos and an avatar.
  if (read.filter(({ length }) => length > 0).length < 10) throw new Error(`Only ${read.length} bodies of ${id} came`);
}
