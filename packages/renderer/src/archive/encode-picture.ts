import { quality } from './image-use.ts';

/** A photograph of a post in another format, in its own size. */
export async function encodePicture(bytes: Uint8Array, format: 'webp'): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  return sharp(bytes).toFormat(format, { quality: quality[format] }).toBuffer();
}
