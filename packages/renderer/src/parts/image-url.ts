import type { SafeUrl } from '../html/safe-url.ts';
import type { ShownAsset } from './shown-asset.ts';

/** Where a page finds an image, or `null` if there are no local bytes or they are no image. */
export function imageUrl(asset: ShownAsset | null): SafeUrl | null {
  return asset?.mediaType.startsWith('image/') === true ? asset.url : null;
}
