import type { ResizeOptions } from 'sharp';

/** What an image is used for: that decides its size. */
export type ImageUse = 'photo' | 'avatar' | 'badge';

/** Twice the pixels that the stylesheet gives it, for dense screens. */
export const sizes: Readonly<Record<ImageUse, ResizeOptions>> = {
  photo: { width: 1100, height: 4400, fit: 'inside', withoutEnlargement: true },
  avatar: { width: 96, height: 96, fit: 'cover' },
  badge: { width: 36, height: 36, fit: 'inside', withoutEnlargement: true },
};

/** Of WebP, from 1 to 100. */
export const quality = 80;
