import type { PostId } from '@embalm/post';

/** A URL as a WARC header may have it: without its fragment, and without spaces or what would end the line. */
export function targetUri(url: string): string {
  return (url.split('#', 1)[0] ?? '').replaceAll(/\s/g, (char) => encodeURIComponent(char));
}

/** The name of record `n` of a post, or of a file of it, as in `urn:embalm:x:20:1/screenshot/light.png`. */
export function recordUri(post: PostId, n: number, file?: string): string {
  return `urn:embalm:${post}:${n}${file === undefined ? '' : `/${file}`}`;
}
