import type Sharp from 'sharp';

/** The largest photo on record has 44 million; a file that claims far more is a bomb. */
const mostPixels = 150_000_000;

/**
 * The size of an image in pixels, the right way up. Only its head is read, never its pixels.
 *
 * @returns `null` for what is no image, and for one that claims more than 150 million pixels.
 */
export async function measureImage(
  bytes: Uint8Array,
): Promise<{ readonly width: number; readonly height: number } | null> {
  const sharp = await loadSharp();
  try {
    const { autoOrient } = await sharp(bytes, { limitInputPixels: mostPixels }).metadata();
    return { width: autoOrient.width, height: autoOrient.height };
  } catch {
    return null;
  }
}

/** Loaded with the first image; one that does not load is a defect of the installation, not of the image. */
async function loadSharp(): Promise<typeof Sharp> {
  const { default: sharp } = await import('sharp');
  // Each image is looked at once: what libvips would keep for the next time only takes up memory.
  sharp.cache(false);
  return sharp;
}
