import type { ResizeOptions } from 'sharp';

/** What an image is used for: that decides its size. */
export type ImageUse = 'photo' | 'small-photo' | 'avatar' | 'badge';

/** Twice the pixels that the stylesheet gives it, for dense screens; a small photo is for phones and for rows. */
export const sizes: Readonly<Record<ImageUse, ResizeOptions>> = {
  photo: { width: 1100, height: 4400, fit: 'inside', withoutEnlargement: true },
  'small-photo': { width: 600, height: 2400, fit: 'inside', withoutEnlargement: true },
  avatar: { width: 96, height: 96, fit: 'cover' },
  badge: { width: 36, height: 36, fit: 'inside', withoutEnlargement: true },
};

/** Of WebP, from 1 to 100. */
export const quality = 80;

/** A photo of at least this width, in pixels, has a small one beside it; for others that would save next to nothing. */
export const worthSmall = 800;
