import { parsePostUrl } from '@embalm/parser';
import { xSites } from '../x-sites.ts';

/** What a URL is to somebody who looks for a post. */
export type Destination =
  | { readonly kind: 'status'; readonly url: string; readonly id: string; readonly handle: string | null }
  | { readonly kind: 'short-link'; readonly url: string; readonly code: string }
  /** A page of the platform that is no post, but may lead on to one. */
  | { readonly kind: 'platform-page'; readonly url: string }
  | { readonly kind: 'elsewhere'; readonly url: string };

const codePattern = /^\/([A-Za-z0-9]{1,64})(?:\/|$)/;
const shortLinkHosts: ReadonlySet<string> = new Set(xSites.shortLinkHosts);
const statusHosts: ReadonlySet<string> = new Set(xSites.statusHosts);
/** Warnings do not warn of warnings. */
const mostWrappers = 3;

/** Tell what a URL leads to, without asking for it. A link that X warns of is taken out of its warning. */
export function readDestination(text: string, wrappers = 0): Destination {
  const post = parsePostUrl(text);
  if (post !== null) return { kind: 'status', url: text, id: post.id, handle: post.handle };
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return { kind: 'elsewhere', url: text };
  const code = codePattern.exec(url.pathname)?.[1];
  if (shortLinkHosts.has(url.hostname) && code !== undefined) {
    return { kind: 'short-link', code, url: `https://${url.hostname}/${code}` };
  }
  if (!statusHosts.has(url.hostname)) return { kind: 'elsewhere', url: text };
  const unsafe = url.pathname === xSites.unsafeLinkPath ? url.searchParams.get('unsafe_link') : null;
  if (unsafe !== null && wrappers < mostWrappers) return readDestination(unsafe, wrappers + 1);
  url.protocol = 'https:';
  return { kind: 'platform-page', url: url.href };
}
