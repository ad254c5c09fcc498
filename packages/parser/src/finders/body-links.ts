import { linkHost } from '../platforms/x.ts';
import { readLink } from './read-link.ts';

/** Where a link begins in a body: a scheme, or a host of X without one. */
const linkStart = new RegExp(`https?://|${linkHost}`, 'gi');

const host = new RegExp(`(?:www\\.|mobile\\.|m\\.)?(?:${linkHost})`, 'iy');

/** A web address, up to what a flattener glued to it. */
const address = /(?:(?!https?:\/\/|pic\.(?:twitter|x)\.com\/)[!#$%&'()*+,./0-9:;=?@A-Z_a-z~-]){1,2000}/iy;

/**
 * The links that stand in the body of a post, in order, without repeats: absolute URLs, those to posts in their
 * canonical form, all others as they are written.
 */
export function findBodyLinks(body: string): readonly string[] {
  const links = new Set<string>();
  linkStart.lastIndex = 0;
  for (let match = linkStart.exec(body); match !== null; match = linkStart.exec(body)) {
    const scheme = match[0].endsWith('//') ? match[0] : '';
    const hostStart = match.index + scheme.length;
    host.lastIndex = hostStart;
    const found = host.exec(body)?.[0];
    const link = found === undefined ? null : readLink(body, hostStart, host.lastIndex);
    if (link !== null) {
      links.add(link.url);
      linkStart.lastIndex = link.range[1];
    } else if (scheme !== '') {
      address.lastIndex = hostStart;
      const rest = (address.exec(body)?.[0] ?? '').replace(/[!'(),.:;?]{1,9}$/, '');
      if (rest.includes('.')) links.add(scheme + rest);
      linkStart.lastIndex = hostStart + rest.length;
    }
  }
  return [...links];
}
