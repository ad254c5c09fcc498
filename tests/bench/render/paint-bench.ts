import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { findBrowser } from '@embalm/archiver';
import { chromium, type Browser } from 'playwright';
import sharp from 'sharp';

/** So much slower than this machine, as a phone is. */
const slowDown = 4;

/** Milliseconds between a page and the next. */
const settling = 200;

const stylesPath = '/styles.css';

/** What Chromium told of a page. */
interface Paint {
  /** Milliseconds from the beginning of the navigation to the first contentful paint. */
  readonly firstPaint: number;
  /** Milliseconds of work in the page's process: scripts, styles, layout, the rest of its tasks. */
  readonly busy: number;
  /** Cumulative layout shift. */
  readonly layoutShift: number;
}

/** A page's stylesheet, whether it is a file of its own, and its posts. */
interface PaintedPage {
  readonly css: string;
  readonly linked: boolean;
  readonly body: string;
}

/** Width and height in pixels. */
type Size = readonly [width: number, height: number];

/** Chromium, and a server on loopback that has a picture for every address: nobody waits for a network. */
interface PaintBench extends AsyncDisposable {
  /** @returns For each page its paints, one for each round. */
  paintInTurns(pages: readonly PaintedPage[], rounds: number): Promise<readonly (readonly Paint[])[]>;
}

/**
 * Open a bench for paints.
 *
 * @param sizes The sizes of pictures, by their path; others are as large as X sends them.
 */
export async function openPaintBench(sizes: ReadonlyMap<string, Size>): Promise<PaintBench> {
  const { executable } = await findBrowser();
  const browser = await chromium.launch({ executablePath: executable, chromiumSandbox: process.getuid?.() !== 0 });
  let served: PaintedPage = { css: '', linked: false, body: '' };
  const server = createServer(({ url: path = '' }, response) => {
    if (path === '/') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(documentOf(served));
    else if (path === stylesPath) response.writeHead(200, { 'content-type': 'text/css' }).end(served.css);
    else
      void draw(sizes.get(path.slice(1)) ?? sizeOf(path)).then((picture) =>
        response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture),
      );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    async paintInTurns(pages, rounds) {
      const paints = pages.map((): Paint[] => []);
      for (let round = -1; round < rounds; round += 1) {
        // Forwards and backwards, so that none always comes behind the same other one.
        const turns = [...pages.entries()];
        for (const [index, page] of round % 2 === 0 ? turns : turns.toReversed()) {
          served = { ...page, body: page.body.replaceAll(/https:\/\/(?:pbs|video)\.twimg\.com\//g, base) };
          const paint = await paintPage(browser, base);
          if (round >= 0) paints[index]?.push(paint);
          // The page's process ends by itself: that is not the next one's work.
          await setTimeout(settling);
        }
      }
      return paints;
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What X sends by an address: avatars of 48 pixels, pictures of 680 at most. */
function sizeOf(path: string): Size {
  return path.includes('_normal') ? [48, 48] : [680, 453];
}

const drawn = new Map<string, Promise<Buffer>>();

function draw([width, height]: Size): Promise<Buffer> {
  const key = `${width} ${height}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const picture = sharp({ create: { width, height, channels: 3, background: '#47a' } })
    .jpeg()
    .toBuffer();
  drawn.set(key, picture);
  return picture;
}

function documentOf({ css, linked, body }: PaintedPage): string {
  const styles = linked ? `<link rel="stylesheet" href="${stylesPath}">` : `<style>${css}</style>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Posts</title>${styles}</head><body>${body}</body></html>`;
}

async function paintPage(browser: Browser, url: string): Promise<Paint> {
  await using context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  await page.goto(url, { waitUntil: 'load' });
  const seen = await page.evaluate(async () => {
    const found: PerformanceEntry[] = [];
    const observer = new PerformanceObserver((list) => found.push(...list.getEntries()));
    for (const type of ['paint', 'layout-shift']) observer.observe({ type, buffered: true });
    await new Promise((resolve) => {
      window.setTimeout(resolve, 500);
    });
    const shifts = found.filter(({ entryType }) => entryType === 'layout-shift');
    return {
      firstPaint: found.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? Number.NaN,
      layoutShift: shifts.reduce((sum, shift) => sum + (shift as unknown as { readonly value: number }).value, 0),
    };
  });
  const { metrics } = await session.send('Performance.getMetrics');
  const busy = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  return { ...seen, busy };
}
