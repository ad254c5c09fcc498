import { styleSourceOf } from './style-source.ts';

/**
 * The content security policy of a page of posts: it loads what lies beside it, what is written in it, and media from where
 * its maker has put them. Nothing else, and no script.
 *
 * @param css The page's own styles.
 * @param mediaPrefix As in `PostOptions`.
 */
export function pagePolicy(css: string, mediaPrefix: string | null): string {
  const origin = mediaPrefix === null ? null : (URL.parse(mediaPrefix)?.origin ?? null);
  const media = origin === null ? "'self' data:" : `'self' data: ${origin}`;
  return `default-src 'none'; img-src ${media}; media-src ${media}; style-src 'self' ${styleSourceOf(css)}`;
}
