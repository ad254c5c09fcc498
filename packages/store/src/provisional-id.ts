import { createHash } from 'node:crypto';
import { type PostId, type Reference, toPostId } from '@embalm/post';

/** Hosts whose links lead to the very post they stand in. */
const mediaLinkHosts = new Set(['pic.twitter.com', 'pic.x.com']);
const codePattern = /^\/([A-Za-z0-9]{1,64})\/?$/;

/**
 * The links of a reference that lead to the very post it points at, in their order: those of its media, and the link of
 * a bare short link. Any other link in a body may lead anywhere.
 */
export function ownLinksOf({ kind, links }: Reference): readonly string[] {
  return links.filter((link) => {
    if (codeOf(link) === undefined) return false;
    const { hostname } = new URL(link);
    return mediaLinkHosts.has(hostname) || (kind === 'short-link' && hostname === 't.co');
  });
}

/**
 * The name of a post whose id is not known yet: `x:~` and the code of the link that leads to it, or else 16 hex digits
 * of the sha256 of handle, day and folded text. The same reference gets the same name on every machine.
 */
export function provisionalIdOf(reference: Reference): PostId {
  const own = ownLinksOf(reference).at(-1);
  const code = own === undefined ? undefined : codeOf(own);
  return toPostId(reference.post.platform, `~${code ?? digestOf(reference)}`);
}

function codeOf(link: string): string | undefined {
  return codePattern.exec(URL.parse(link)?.pathname ?? '')?.[1];
}

function digestOf({ handle, date, text }: Reference): string {
  const claim = [handle?.toLowerCase() ?? '', date?.slice(0, 10) ?? '', foldText(text ?? '')];
  return createHash('sha256').update(claim.join('\n')).digest('hex').slice(0, 16);
}

/** White space, case and compatibility forms differ between extractions of one page; a post's name may not. */
function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
