import { xSites } from '../x-sites.ts';

/** One size of an image. */
export interface Rung {
  readonly url: string;
  /** As X names it; `null` where sizes mean nothing. */
  readonly rung: string | null;
}

const imageHost = 'pbs.twimg.com';
/** A path with the ways in which it may say its format and size, as in `/media/KEY.jpg:large`. */
const pathPattern = /^(\/[^.:]{1,500})(?:\.(jpe?g|png|webp|gif))?(?::([a-z0-9]{1,20}))?$/i;
/** As in `/profile_images/1/KEY_normal.jpg`. */
const avatarPattern =
  /^(\/profile_images\/[^.]{1,500}?)(?:_(normal|bigger|mini|reasonably_small|\d{2,4}x\d{2,4}))?(\.[a-z]{3,4})?$/i;
const avatarRungs = ['orig', '400x400'] as const;
/** What X takes for an image without a size. */
const ownSize = 'medium';

/**
 * The sizes in which X keeps an image, best first, and at last the URL itself.
 *
 * The format is the URL's own: what was uploaded as PNG has no original in JPEG. The original may be gone while smaller
 * sizes live; so go down until one answers.
 *
 * @returns Nothing for what is no http URL.
 */
export function listImageRungs(text: string): readonly Rung[] {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return [];
  url.protocol = 'https:';
  if (url.hostname !== imageHost) return [{ url: url.href, rung: null }];
  const rungs = url.pathname.startsWith('/profile_images/') ? listAvatarRungs(url) : listSizes(url);
  return rungs.filter((one, index) => rungs.findIndex((other) => other.url === one.url) === index);
}

function listSizes(url: URL): readonly Rung[] {
  const [, key, extension, size] = pathPattern.exec(url.pathname) ?? [];
  const given = { url: url.href, rung: url.searchParams.get('name') ?? size ?? ownSize };
  const format = url.searchParams.get('format') ?? extension;
  if (key === undefined || format === undefined) return [given];
  const inQuery = url.searchParams.has('format') || key.startsWith('/media/');
  const base = inQuery
    ? `${url.origin}${key}?format=${encodeURIComponent(plainFormat(format))}&`
    : `${url.origin}${key}.${format}?`;
  return [...xSites.imageRungs.map((rung) => ({ url: `${base}name=${rung}`, rung })), given];
}

function listAvatarRungs(url: URL): readonly Rung[] {
  const [, key, size = 'orig', extension = ''] = avatarPattern.exec(url.pathname) ?? [];
  const given = { url: url.href, rung: size };
  if (key === undefined) return [given];
  const toUrl = (rung: string): string => `${url.origin}${key}${rung === 'orig' ? '' : `_${rung}`}${extension}`;
  return [...avatarRungs.map((rung) => ({ rung, url: toUrl(rung) })), given];
}

function plainFormat(format: string): string {
  const lower = format.toLowerCase();
  return lower === 'jpeg' ? 'jpg' : lower;
}
