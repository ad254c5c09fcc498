import { fetchPage } from '@embalm/archiver/pages';
import { readFeedAnswer } from '@embalm/parser/read';
import { readProxySettings } from '../options/read-proxy-settings.ts';
import type { ProxyOptions } from '../options/shared-options.ts';

/**
 * The feed that a server sends for a web address, as one page of its entries.
 *
 * @returns `null` if it is none, or cannot be had.
 */
export async function readWebFeed(
  url: string,
  options: ProxyOptions,
  signal: AbortSignal,
): Promise<{ readonly url: string; readonly html: string } | null> {
  const fetched = await fetchPage(url, await readProxySettings(options), signal);
  if (fetched.kind === 'failed') return null;
  const feed = await readFeedAnswer(fetched.url, fetched.bytes, fetched.contentType);
  return feed === null ? null : { url: fetched.url, html: feed.text };
}
