import { readFile } from 'node:fs/promises';
import type { ProxySettings } from '@embalm/archiver';
import type { ProxyOptions } from './shared-options.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The way to the network that the command line names.
 *
 * @throws {UsageError} If the proxy's URL or its authority's file is not usable.
 */
export async function readProxySettings({ proxy, proxyCa }: ProxyOptions): Promise<ProxySettings> {
  if (proxyCa !== undefined && proxy === undefined) {
    throw new UsageError('--proxy-ca says whom to trust behind a proxy; it needs --proxy as well.');
  }
  return {
    proxy: proxy === undefined ? null : checkUrl(proxy),
    proxyCa: proxyCa === undefined ? null : await readAuthority(proxyCa),
  };
}

function checkUrl(text: string): string {
  const url = URL.parse(text);
  if (url?.protocol === 'http:') return url.href;
  throw new UsageError(
    `--proxy (or HTTPS_PROXY) takes a URL such as http://proxy.example:3128; got ${JSON.stringify(text)}.`,
  );
}

async function readAuthority(path: string): Promise<string> {
  const pem = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UsageError(`--proxy-ca: ${path} cannot be read.`, { cause: error });
  });
  if (pem.includes('-----BEGIN CERTIFICATE-----')) return pem;
  throw new UsageError(`--proxy-ca takes a certificate in PEM form; ${path} has none.`);
}
