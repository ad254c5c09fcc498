import type { Media } from '@embalm/post';
import { attributeOf, elementsIn, hasClass } from '../html/find-elements.ts';
import type { HtmlElement } from '../html/parse-html.ts';

const sizeSuffix = /:(?:large|medium|small|thumb|orig)$/;
const backgroundUrl = /background-image:\s{0,9}url\(['"]?(https?:\/\/[^'")]{1,2000})/;

/** Read the media that stand on a post's page: photos, and the stills of videos, whose files a player fetched later. */
export function readMedia(tweet: HtmlElement): readonly Media[] {
  const found = new Map<string, Media>();
  for (const element of elementsIn(tweet)) {
    for (const medium of [readPhoto(element), readPlayer(element)]) {
      const url = medium?.type === 'photo' ? medium.url : medium?.poster;
      if (medium !== null && url !== null && url !== undefined && !found.has(url)) found.set(url, medium);
    }
  }
  return [...found.values()];
}

/** A photo's element names its file in `data-image-url`; before 2015, in `data-url` beside a resized one. */
function readPhoto(element: HtmlElement): Media | null {
  const isOld = hasClass(element, 'media-thumbnail') || hasClass(element, 'is-preview');
  const url = attributeOf(element, 'data-image-url') ?? (isOld ? attributeOf(element, 'data-url') : null);
  if (url === null || !url.includes('pbs.twimg.com/')) return null;
  const image = [...elementsIn(element)].find(({ name }) => name === 'img');
  const alt = image === undefined ? null : attributeOf(image, 'alt');
  return { type: 'photo', url: url.replace(sizeSuffix, ''), width: null, height: null, alt };
}

function readPlayer(element: HtmlElement): Media | null {
  if (!hasClass(element, 'PlayableMedia-player')) return null;
  const poster = backgroundUrl.exec(element.attributes.get('style') ?? '')?.[1];
  if (poster === undefined) return null;
  const nothing = { poster, variants: [], width: null, height: null, alt: null };
  return poster.includes('/tweet_video_thumb/')
    ? { type: 'animated-gif', ...nothing }
    : { type: 'video', durationMs: null, ...nothing };
}
