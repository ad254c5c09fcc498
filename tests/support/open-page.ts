import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser } from '@embalm/archiver';
import { chromium, type Page } from 'playwright';

/** A rendered page in real Chromium, with everything it asks for counted. */
export interface OpenedPage extends AsyncDisposable {
  readonly page: Page;
  /** Requests other than those for the page itself and its own media files. */
  readonly foreignRequests: readonly string[];
  /** Requests for its own media files. */
  readonly ownRequests: readonly string[];
  /** What the console said of errors and of the page's content security policy. */
  readonly complaints: readonly string[];
}

/** Open a page of a folder, from the disk or from a web server on loopback. */
export async function openPage(folder: string, name: string, way: 'file' | 'http'): Promise<OpenedPage> {
  const { executable } = await findBrowser();
  const browser = await chromium.launch({ executablePath: executable, chromiumSandbox: process.getuid?.() !== 0 });
  const server = way === 'http' ? await serve(folder) : null;
  const base = server?.url ?? pathToFileURL(`${folder}/`).href;
  const page = await browser.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  // Chromium asks servers for an icon of its own accord; nothing else is answered that the page does not name.
  await page.route('**/*', (route) => (route.request().url().startsWith(base) ? route.continue() : route.abort()));
  await page.goto(base + name, { waitUntil: 'load' });
  const own = (url: string): boolean => url.startsWith(base) || url.startsWith('data:');
  return {
    page,
    complaints,
    get foreignRequests() {
      return requests.filter((url) => !own(url));
    },
    get ownRequests() {
      return requests.filter((url) => own(url) && url !== base + name);
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await server?.close();
    },
  };
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.mp4': 'video/mp4',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
};

async function serve(folder: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    readFile(join(folder, path)).then(
      (body) =>
        response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
