import type { Media } from '@embalm/post';
import { attributeOf, elementsIn, findElement } from '../html/find-elements.ts';
import type { HtmlElement } from '../html/parse-html.ts';
import { testIds, withTestId } from './test-ids.ts';

/** What X's pages say of a picture without a description: "Image", in their language. */
const undescribed: ReadonlySet<string> = new Set(
  'Image Imagen Imagem Immagine Bild Afbeelding Obraz Obrázek Görsel Gambar Зображення Изображение Εικόνα صورة تصویر תמונה चित्र 画像 图像 圖片 이미지'.split(
    ' ',
  ),
);

/** Read the photos, videos and loops that stand in a post as X's pages draw it. Where a video's files are is not in the page. */
export function readDrawnMedia(post: HtmlElement): readonly Media[] {
  const found = new Map<string, Media>();
  for (const element of [...elementsIn(post)].filter(withTestId(testIds.media))) {
    const medium = readPlayer(element) ?? readPhoto(element);
    if (medium !== null) found.set(medium.type === 'photo' ? medium.url : (medium.poster ?? ''), medium);
  }
  return [...found.values()];
}

function readPhoto(element: HtmlElement): Media | null {
  const image = findElement(element, ({ name }) => name === 'img');
  const source = image === null ? null : URL.parse(attributeOf(image, 'src') ?? '');
  if (image === null || source?.hostname !== 'pbs.twimg.com') return null;
  const format = source.searchParams.get('format');
  const end = format === null || /\.\w{3,4}$/.test(source.pathname) ? '' : `.${format}`;
  const alt = attributeOf(image, 'alt');
  return {
    type: 'photo',
    url: `https://pbs.twimg.com${source.pathname}${end}`,
    width: null,
    height: null,
    alt: alt === null || undescribed.has(alt) ? null : alt,
  };
}

function readPlayer(element: HtmlElement): Media | null {
  const video = findElement(element, ({ name }) => name === 'video');
  const poster = video === null ? null : attributeOf(video, 'poster');
  if (video === null || poster === null) return null;
  const source = attributeOf(video, 'src') ?? '';
  const url = URL.parse(source)?.hostname === 'video.twimg.com' ? source : null;
  const variants = url === null ? [] : [{ url, mediaType: 'video/mp4', bitrate: null }];
  const rest = { poster, variants, width: null, height: null, alt: null };
  return poster.includes('/tweet_video_thumb/')
    ? { type: 'animated-gif', ...rest }
    : { type: 'video', durationMs: null, ...rest };
}
