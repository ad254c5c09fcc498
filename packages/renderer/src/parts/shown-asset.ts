import type { Asset, AssetAlternative, AssetCaptions } from '../exhibit.ts';
import { captionsUrl, mediaUrl, type SafeUrl } from '../html/safe-url.ts';

/** An asset whose addresses have been checked. */
export interface ShownAsset extends Pick<Asset, 'width' | 'height' | 'mediaType'> {
  readonly url: SafeUrl;
  readonly alternatives: readonly (Omit<AssetAlternative, 'src'> & { readonly url: SafeUrl })[];
  readonly colour: string | null;
  readonly captions: readonly (Omit<AssetCaptions, 'src'> & { readonly url: SafeUrl })[];
}

/** From a URL as it stands in a post's content to what is shown for it. */
export type ShownAssetFinder = (url: string) => ShownAsset | null;

const colourPattern = /^[0-9a-f]{3}$/;

/**
 * Check the addresses of assets, and put them where the page's media are.
 *
 * @param prefix What stands before the relative ones, or `null`.
 */
export function showAssets(assetFor: (url: string) => Asset | null, prefix: string | null): ShownAssetFinder {
  return (url) => {
    const asset = assetFor(url);
    const shown = asset === null ? null : mediaUrl(asset.src, prefix);
    if (asset === null || shown === null) return null;
    const { width, height, mediaType, alternatives = [], captions = [], colour = null } = asset;
    return {
      url: shown,
      width,
      height,
      mediaType,
      alternatives: alternatives.flatMap(({ src, ...other }) => {
        const address = mediaUrl(src, prefix);
        return address === null ? [] : [{ ...other, url: address }];
      }),
      captions: captions.flatMap(({ src, ...other }) => {
        const address = captionsUrl(src, prefix);
        return address === null ? [] : [{ ...other, url: address }];
      }),
      colour: colour !== null && colourPattern.test(colour) ? colour : null,
    };
  };
}
