import type { Photo } from '@embalm/post';
import { html, type Html } from '../html/html.ts';
import { drawAlt } from './alt.ts';
import { arrangePhotos, shapeOf } from './arrange-photos.ts';
import { imageUrl } from './image-url.ts';
import { drawMissing } from './missing.ts';
import { drawPicture } from './picture.ts';
import type { Scene } from './scene.ts';
import type { ShownAsset } from './shown-asset.ts';
import { sizeAttributes } from './size-attributes.ts';

interface Shown {
  readonly photo: Photo;
  readonly asset: ShownAsset;
}

/**
 * Photos beside and below each other, none cropped. In a row, all images declare one height: a flexible row that shrinks
 * its items in proportion to their widths then keeps them at one height, at every width and without a style of their own.
 */
export function drawGallery(photos: readonly Photo[], scene: Scene): readonly Html[] {
  const shown: Shown[] = [];
  const missing: Photo[] = [];
  for (const photo of photos) {
    const asset = scene.assetFor(photo.url);
    if (asset === null || imageUrl(asset) === null) missing.push(photo);
    else shown.push({ photo, asset });
  }
  const rows = arrangePhotos(shown.map(({ asset }) => shapeOfAsset(asset))).map((row) => {
    const figures = row.flatMap((index) => shown[index] ?? []).map((each) => drawPhoto(each, row.length, scene));
    return html`<div class="em-row">${figures}</div>`;
  });
  return [...rows, ...missing.map((photo) => drawMissing(scene.labels.photoMissing, photo.alt, photo.url, scene))];
}

const rowHeight = 1000;

function drawPhoto({ photo, asset }: Shown, columns: number, scene: Scene): Html {
  const size =
    columns > 1
      ? sizeAttributes(Math.round(rowHeight * shapeOf(shapeOfAsset(asset))), rowHeight)
      : sizeAttributes(asset.width, asset.height);
  const picture = drawPicture(asset, { alt: photo.alt ?? scene.labels.photo, size, columns, className: 'u-photo' });
  return html`<figure>${picture}${drawAlt(photo.alt, scene)}</figure>`;
}

function shapeOfAsset({ width, height }: ShownAsset): number | null {
  return width === null || height === null ? null : width / height;
}
