import type { Photo } from '@embalm/post';
import type { Asset } from '../exhibit.ts';
import { html, type Html } from '../html/html.ts';
import type { SafeUrl } from '../html/safe-url.ts';
import { drawAlt } from './alt.ts';
import { arrangePhotos, shapeOf } from './arrange-photos.ts';
import { imageUrl } from './image-url.ts';
import { drawMissing } from './missing.ts';
import type { Scene } from './scene.ts';
import { sizeAttributes } from './size-attributes.ts';

interface Shown {
  readonly photo: Photo;
  readonly asset: Asset;
  readonly url: SafeUrl;
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
    const url = imageUrl(asset);
    if (asset === null || url === null) missing.push(photo);
    else shown.push({ photo, asset, url });
  }
  const rows = arrangePhotos(shown.map(({ asset }) => shapeOfAsset(asset))).map((row) => {
    const figures = row.flatMap((index) => shown[index] ?? []).map((each) => drawPhoto(each, row.length > 1, scene));
    return html`<div class="em-row">${figures}</div>`;
  });
  return [...rows, ...missing.map((photo) => drawMissing(scene.labels.photoMissing, photo.alt, photo.url, scene))];
}

const rowHeight = 1000;

function drawPhoto({ photo, asset, url }: Shown, inRow: boolean, scene: Scene): Html {
  const shape = shapeOfAsset(asset);
  const [width, height] = inRow
    ? sizeAttributes(Math.round(rowHeight * shapeOf(shape)), rowHeight)
    : sizeAttributes(asset.width, asset.height);
  const alt = photo.alt ?? scene.labels.photo;
  return html`
    <figure>
      <img class="u-photo" src="${url}" alt="${alt}" ${width}${height} loading="lazy" />
      ${drawAlt(photo.alt, scene)}
    </figure>
  `;
}

function shapeOfAsset({ width, height }: Asset): number | null {
  return width === null || height === null ? null : width / height;
}
