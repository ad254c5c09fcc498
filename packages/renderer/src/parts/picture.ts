import { type Attribute, attribute } from '../html/attribute.ts';
import { html, type Html } from '../html/html.ts';
import { urlSet } from '../html/safe-url.ts';
import { imageUrl } from './image-url.ts';
import type { ShownAsset } from './shown-asset.ts';

/** How a picture is shown. */
interface PictureUse {
  readonly alt: string;
  /** Width and height. */
  readonly size: readonly [Attribute, Attribute];
  /** How many stand beside each other. */
  readonly columns: number;
  readonly className: string | null;
}

/** The post's width without its edges, in CSS pixels; pages that set another lose a little sharpness, or a few bytes. */
const innerWidth = 508;
const widest = 600;

/** A picture that loads when it is near, in the size and format that suit the browser; nothing if it is no image. */
export function drawPicture(asset: ShownAsset, { alt, size, columns, className }: PictureUse): Html | null {
  const url = imageUrl(asset);
  if (url === null) return null;
  const { alternatives, width, mediaType, colour } = asset;
  const [wide, high] = size;
  const names = [className, colour === null ? null : `em-c-${colour}`].filter((name) => name !== null).join(' ');
  const sizes = `(max-width:${widest}px) ${Math.round(100 / columns)}vw, ${Math.round(innerWidth / columns)}px`;
  const own = alternatives.filter((each) => each.mediaType === mediaType);
  const better = alternatives.filter((each) => each.mediaType !== mediaType);
  const set = own.length === 0 || width === null ? null : urlSet([...own, { url, width }]);
  const image = html`
    <img
      ${attribute('class', names === '' ? null : names)}${attribute('src', url)}${attribute('srcset', set)}
      ${attribute('sizes', set === null ? null : sizes)}
      alt="${alt}"
      ${wide}${high}
      loading="lazy"
    />
  `;
  if (better.length === 0) return image;
  const sources = better.map((each) => {
    return html`<source type="${each.mediaType}" ${attribute('srcset', urlSet([each]))} />`;
  });
  return html`<picture>${sources}${image}</picture>`;
}
