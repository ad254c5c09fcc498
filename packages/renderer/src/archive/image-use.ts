import type { ResizeOptions } from 'sharp';

/** What an image is used for: that decides its size and format. */
export type ImageUse = 'photo' | 'small-photo' | 'avif-photo' | 'avatar' | 'badge';

const photo: ResizeOptions = { width: 1100, height: 4400, fit: 'inside', withoutEnlargement: true };

/** Twice the pixels that the stylesheet gives it, for dense screens; a small photo is for phones and for rows. */
export const sizes: Readonly<Record<ImageUse, ResizeOptions>> = {
  photo,
  'small-photo': { width: 600, height: 2400, fit: 'inside', withoutEnlargement: true },
  'avif-photo': photo,
  avatar: { width: 96, height: 96, fit: 'cover' },
  badge: { width: 36, height: 36, fit: 'inside', withoutEnlargement: true },
};

/** The format of an image. */
export function formatOf(use: ImageUse): 'avif' | 'webp' {
  return use === 'avif-photo' ? 'avif' : 'webp';
}

/** From 1 to 100: the two look alike. */
export const quality = { avif: 55, webp: 80 } as const;

/** A photo of at least this width, in pixels, has a small one beside it; for others that would save next to nothing. */
export const worthSmall = 800;

/** How much smaller than WebP an AVIF must be to be shown; and the fewest bytes of the WebP for which one is tried. */
export const worthAvif = { ratio: 0.9, bytes: 20_000 } as const;
