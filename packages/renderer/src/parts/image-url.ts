import type { Asset } from '../exhibit.ts';
import { mediaUrl, type SafeUrl } from '../html/safe-url.ts';

/** Where a page finds an image, or `null` if there are no local bytes or they are no image. */
export function imageUrl(asset: Asset | null): SafeUrl | null {
  return asset !== null && asset.mediaType.startsWith('image/') ? mediaUrl(asset.src) : null;
}
