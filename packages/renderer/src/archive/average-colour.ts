import sharp from 'sharp';

const steps = 16;

/** The colour of all of an image, in three hex digits as CSS has them; `null` if something shows through it. */
export async function averageColour(bytes: Uint8Array): Promise<string | null> {
  const image = sharp(bytes);
  const { hasAlpha } = await image.metadata();
  if (hasAlpha) return null;
  const [red = 0, green = 0, blue = 0] = await image
    .resize(1, 1, { fit: 'fill' })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  return [red, green, blue].map((channel) => Math.floor(channel / steps).toString(16)).join('');
}
