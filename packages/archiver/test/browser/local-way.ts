import type { BrowserProxy } from '../../src/door/door.ts';
import { startLocalProxy } from '../local-proxy.ts';
import { type Handler, serveLocally } from '../local-site.ts';

/** A site on loopback that answers for every host, and a browser's way to it. */
export interface LocalWay extends AsyncDisposable {
  readonly proxy: BrowserProxy;
  /** What was asked for, as in `GET https://t.co/a`. */
  readonly requests: readonly string[];
  /** The targets of CONNECT, and the URLs of plain requests. */
  readonly asked: readonly string[];
}

/** Serve http and https with one handler, behind a proxy that says each host is at 192.0.2.1. */
export async function openLocalWay(handler: Handler): Promise<LocalWay> {
  const plain = await serveLocally(handler);
  const secure = await serveLocally(handler, { tls: true });
  const proxy = await startLocalProxy({ http: plain.port, https: secure.port });
  return {
    proxy: { url: proxy.url, acceptProxyCertificates: true, addressOf: () => '192.0.2.1' },
    get requests() {
      return [...plain.requests, ...secure.requests];
    },
    asked: proxy.asked,
    async [Symbol.asyncDispose]() {
      await proxy[Symbol.asyncDispose]();
      await plain[Symbol.asyncDispose]();
      await secure[Symbol.asyncDispose]();
    },
  };
}
