import { fetchPage } from '@embalm/archiver/pages';
import { findInAnswer, type FoundReference, isInputError } from '@embalm/parser/read';
import type { Io } from '../io.ts';
import type { ProxyOptions } from '../options/shared-options.ts';
import { printable } from '../print/printable.ts';
import { readProxySettings } from '../options/read-proxy-settings.ts';
import { referenceOfPost } from './reference-of-post.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The references in what a server sends for a web address, a page or a feed; the browser is not asked.
 *
 * @returns `null` if it cannot be had, which is said.
 * @throws {UsageError} If it is the address of a post, or the proxy's URL, or its authority's file, is not usable.
 */
export async function findInWebPage(
  url: string,
  options: ProxyOptions,
  { signal, err }: Io,
): Promise<readonly FoundReference[] | null> {
  if (referenceOfPost(url) !== null) {
    throw new UsageError(`${url} is a post, and no page that refers to posts. \`embalm archive\` captures it.`);
  }
  const fetched = await fetchPage(url, await readProxySettings(options), signal);
  if (fetched.kind === 'failed') {
    err.line(`embalm: ${url}: ${printable(fetched.reason)}`);
    return null;
  }
  try {
    return await findInAnswer(url, fetched.bytes, fetched.contentType, fetched.url);
  } catch (error) {
    if (!isInputError(error)) throw error;
    err.line(`embalm: ${printable(error.message)}`);
    return null;
  }
}
