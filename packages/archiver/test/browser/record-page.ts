import type { Exchange } from '@embalm/store';
import type { BrowserHandle } from '../../src/browser/browser-handle.ts';
import { type RecorderOptions, recordExchanges } from '../../src/browser/recorder/record-exchanges.ts';
import type { Handler } from '../local-site.ts';
import { createMemoryKeeper, type MemoryKeeper } from '../memory-keeper.ts';
import { openLocalWay } from './local-way.ts';

/** A recorded page, and what was kept of it. */
export interface RecordedPage {
  readonly exchanges: readonly Exchange[];
  /** The exchange of a path; method default GET. */
  readonly find: (path: string, method?: string) => Exchange | undefined;
  readonly keeper: MemoryKeeper;
  /** How long the pieces of streamed bodies were, in bytes. */
  readonly pieces: readonly number[];
  readonly requests: readonly string[];
}

/** Serve a page whose script fetches every path, and record it until the last one has ended. */
export async function recordPage(
  browser: BrowserHandle,
  paths: readonly string[],
  handler: Handler,
  options: Partial<RecorderOptions> & { readonly encodings?: 'identity' | 'any'; readonly html?: string } = {},
): Promise<RecordedPage> {
  const { encodings = 'identity', html = '', ...recorder } = options;
  const pieces: number[] = [];
  const script = `
    const fetched = ${JSON.stringify(paths)}.map((path) => fetch(path).then((answer) => answer.arrayBuffer()));
    const loaded = new Promise((resolve) => addEventListener('load', resolve));
    Promise.allSettled([loaded, ...fetched, ...(window.more ?? [])]).then(() => { document.title = 'done' })`;
  await using way = await openLocalWay((request, response) => {
    if (request.url !== '/') return handler(request, response);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>…</title>${html}<script>${script}</script>`);
  });
  const keeper = createMemoryKeeper();
  const signal = AbortSignal.timeout(10_000);
  await using capture = await browser.openPage({ proxy: way.proxy, encodings, signal });
  const recording = await recordExchanges(capture, {
    keep: (bytes) => keeper.keep(bytes),
    keepStream: (chunks) => keeper.keepStream(measured(chunks)),
    ...recorder,
  });
  await capture.page.goto('https://site.example/');
  await capture.page.waitForFunction(() => document.title === 'done');
  const exchanges = await recording.finish();
  const find = (path: string, method = 'GET'): Exchange | undefined =>
    exchanges.find((exchange) => exchange.method === method && new URL(exchange.url).pathname === path);
  return { exchanges, find, keeper, pieces, requests: [...way.requests] };

  async function* measured(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of chunks) {
      pieces.push(chunk.length);
      yield chunk;
    }
  }
}
