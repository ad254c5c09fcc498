import { type PostId, toPostId } from '@embalm/post';
import { nameKey } from './catalog/name-key.ts';
import { sha256Of } from './layout.ts';

/**
 * The name under which a web page is kept: `web:` and the first 32 hex digits of the digest of its URL, in the form in which
 * links are compared. So `http://www.example.org/a/` and `https://example.org/a#top` are one page.
 *
 * @throws {RangeError} If that is no `http` or `https` URL.
 */
export function pageIdOf(url: string): PostId {
  const { protocol } = URL.parse(url) ?? {};
  if (protocol !== 'https:' && protocol !== 'http:')
    throw new RangeError(`Not the URL of a page: ${JSON.stringify(url)}`);
  return toPostId('web', sha256Of(nameKey(url)).slice(0, 32));
}
