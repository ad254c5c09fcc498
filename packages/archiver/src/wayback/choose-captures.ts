import { parsePostUrl } from '@embalm/parser';
import type { PostId } from '@embalm/post';
import { type Capture, timeOfCapture } from './capture.ts';

/** From July 2020 on, the page of a post is an empty shell for the browser's script to fill. */
const shellsSince = Date.UTC(2020, 6, 1);
const inPath = /\/(?:tweets|status|statuses)\/(\d{1,19})(?!\d)/;

/**
 * The captures that are of a post itself, not of one whose id begins alike: answers of X's interfaces first, then pages
 * that hold content, then all others; each from the nearest to a moment on.
 *
 * @param near In ms since 1970.
 */
export function chooseCaptures(captures: readonly Capture[], post: PostId, near: number): readonly Capture[] {
  const distance = ({ timestamp }: Capture): number => Math.abs((timeOfCapture(timestamp) ?? 0) - near);
  return captures
    .filter(({ original, mediaType }) => idInUrl(original) === post && isReadable(mediaType))
    .toSorted((one, other) => rankOf(one) - rankOf(other) || distance(one) - distance(other));
}

/** The post a captured URL names, or `null` if it names none. */
export function idInUrl(text: string): PostId | null {
  const url = URL.parse(text);
  if (url === null) return null;
  const inQuery = url.searchParams.get('id') ?? '';
  const id =
    parsePostUrl(text)?.id ??
    parsePostUrl(url.searchParams.get('url') ?? '')?.id ??
    inPath.exec(url.pathname)?.[1] ??
    (/^\d{1,19}$/.test(inQuery) ? inQuery : null);
  return id === null ? null : `x:${id}`;
}

function isReadable(mediaType: string): boolean {
  return mediaType.includes('json') || mediaType === 'text/html' || mediaType === 'warc/revisit' || mediaType === 'unk';
}

function rankOf({ mediaType, timestamp }: Capture): number {
  if (mediaType.includes('json')) return 0;
  return (timeOfCapture(timestamp) ?? 0) < shellsSince ? 1 : 2;
}
