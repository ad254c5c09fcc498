const address: unique symbol = Symbol('address');
const addressSet: unique symbol = Symbol('addressSet');

/** A URL that has passed one of the checks below; only such a one gets into `href`, `src` and their like. */
export interface SafeUrl {
  readonly [address]: string;
}

const longest = 8192;

/** Addresses that are their own normal form, as most are: no escapes, dots or digits that the standard reads specially. */
const normalPattern = /^https:\/\/(?:[a-z][a-z0-9]{0,60}\.){1,3}[a-z]{2,20}(?:\/[A-Za-z0-9_~-]{1,100}){1,10}$/;

/** Paths without scheme, host, query, fragment, white space or backslash. */
const relativePattern = /^(?!\/\/)[\w./~%@!$&'()*+,;=-]+$/;
const dataPattern = /^data:(?:image\/(?:avif|gif|jpeg|png|webp)|video\/(?:mp4|webm));base64,[A-Za-z0-9+/]+={0,2}$/;
const captionsPattern = /^data:text\/vtt;base64,[A-Za-z0-9+/]+={0,2}$/;

/** A URL a reader may follow: `http` or `https`, in the normal form of the URL standard. `null` for every other. */
export function linkUrl(url: string | null | undefined): SafeUrl | null {
  if (url === null || url === undefined || url.length > longest) return null;
  if (normalPattern.test(url)) return { [address]: url };
  const parsed = URL.parse(url);
  if (parsed === null || (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')) return null;
  return { [address]: parsed.href };
}

/**
 * A URL a page may load without asking anyone: a path beside the page, or a `data:` URL of a raster image or video.
 * `null` for every other.
 *
 * @param prefix Where the page's maker has put the files that a path leads to: a URL or path to stand before it.
 */
export function mediaUrl(url: string, prefix: string | null = null): SafeUrl | null {
  if (url.startsWith('data:')) return dataPattern.test(url) ? { [address]: url } : null;
  return relativePattern.test(url) ? { [address]: (prefix ?? '') + url } : null;
}

/** The same for captions: a path beside the page, or a `data:` URL of WebVTT. */
export function captionsUrl(url: string, prefix: string | null = null): SafeUrl | null {
  if (url.startsWith('data:')) return captionsPattern.test(url) ? { [address]: url } : null;
  return mediaUrl(url, prefix);
}

/** Several addresses of one picture, for `srcset`. */
export interface UrlSet {
  readonly [addressSet]: string;
}

/** Write addresses with the width of what they lead to, in pixels. */
export function urlSet(candidates: readonly { readonly url: SafeUrl; readonly width: number }[]): UrlSet {
  const written = candidates.map(({ url, width }) => `${url[address].replaceAll(',', '%2C')} ${width}w`);
  return { [addressSet]: written.join(', ') };
}

/** The addresses as text. */
export function textOfUrlSet(set: UrlSet): string {
  return set[addressSet];
}

/** Whether a value is a set of checked URLs. */
export function isUrlSet(value: unknown): value is UrlSet {
  return typeof value === 'object' && value !== null && addressSet in value;
}

/** The URL as text. */
export function textOfUrl(url: SafeUrl): string {
  return url[address];
}

/** Whether a value is a checked URL: payloads, which are JSON, cannot forge one. */
export function isSafeUrl(value: unknown): value is SafeUrl {
  return typeof value === 'object' && value !== null && address in value;
}
