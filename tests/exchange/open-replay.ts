import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '@embalm/archiver';
import { chromium, errors, type Frame, type Page } from 'playwright';

/** A page of a WACZ file, replayed by ReplayWeb.page in real Chromium that reaches nothing but this machine. */
export interface Replay extends AsyncDisposable {
  /** The replayed page. */
  readonly frame: Frame;
  /** What was asked of other hosts than this one. */
  readonly foreignRequests: readonly string[];
}

/**
 * Replay a page. ReplayWeb.page is a program of its own: its published files are served to the browser, never imported.
 *
 * @param ts When the page was captured, as in `20261122100000`.
 */
export async function openReplay(wacz: string, url: string, ts: string): Promise<Replay> {
  const program = fileURLToPath(new URL('../node_modules/replaywebpage', import.meta.url));
  const server = createServer((request, response) => {
    answer(request, response, program, wacz, page(url, ts)).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const { executable } = await findBrowser();
  const browser = await chromium.launch({
    executablePath: executable,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
  });
  const foreignRequests: string[] = [];
  const tab = await browser.newPage();
  tab.on('request', (request) => {
    if (!request.url().startsWith(base) && /^https?:/.test(request.url())) foreignRequests.push(request.url());
  });
  await tab.goto(base);
  const frame = await findReplayed(tab, url);
  return {
    frame,
    foreignRequests,
    async [Symbol.asyncDispose]() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

const mostReloads = 4;

/** Its service worker, when it is new, now and then misses the first page that it should answer: then people reload. */
async function findReplayed(tab: Page, url: string): Promise<Frame> {
  const isReplayed = (frame: Frame): boolean => frame.url().includes(`mp_/${url}`);
  for (let reloads = 0; ;) {
    const frame = tab.frames().find(isReplayed);
    if (frame !== undefined) return frame;
    try {
      await tab.waitForEvent('framenavigated', { timeout: 10_000 });
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || reloads === mostReloads) throw error;
      reloads += 1;
      await tab.reload();
    }
  }
}

function page(url: string, ts: string): string {
  const attributes = { source: '/posts.wacz', url, ts, replayBase: '/replay/', embed: 'default' };
  const text = Object.entries(attributes).map(([name, value]) => `${name}="${value.replaceAll('&', '&amp;')}"`);
  return `<!doctype html><script src="/ui.js"></script><replay-web-page style="height:100vh" ${text.join(' ')}></replay-web-page>`;
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.wacz': 'application/wacz' };

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  program: string,
  wacz: string,
  html: string,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/') return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  const names = new Map([
    ['/posts.wacz', wacz],
    ...['/ui.js', '/replay/ui.js'].map((name) => [name, join(program, 'ui.js')] as const),
    ['/replay/sw.js', join(program, 'sw.js')],
  ]);
  const file = names.get(pathname);
  if (file === undefined) return void response.writeHead(404).end();
  const { size } = await stat(file);
  const { start, end, isPart } = readRange(request.headers.range, size);
  response.writeHead(isPart ? 206 : 200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': end - start + 1,
    'accept-ranges': 'bytes',
    ...(isPart ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}),
  });
  if (request.method === 'HEAD') return void response.end();
  createReadStream(file, { start, end }).pipe(response);
}

/** ReplayWeb.page asks for the last 64 KiB of files that may be shorter. */
function readRange(range: string | undefined, size: number): { start: number; end: number; isPart: boolean } {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === '' && to === '') return { start: 0, end: size - 1, isPart: false };
  if (from === '') return { start: Math.max(0, size - Number(to)), end: size - 1, isPart: true };
  return { start: Number(from), end: to === '' ? size - 1 : Math.min(Number(to), size - 1), isPart: true };
}
