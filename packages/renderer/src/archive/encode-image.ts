import sharp from 'sharp';
import { formatOf, type ImageUse, quality, sizes } from './image-use.ts';
import { UnreadableImageError } from './unreadable-image-error.ts';

/** An image as a page shows it. */
export interface Rendition {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** More pixels than any photo of a post has; fewer than a picture made to fill the memory. */
const mostPixels = 50_000_000;
const mostSeconds = 30;

/** How the formats that posts have begin, in hex; others, like SVG, are documents and not pictures. */
const signatures: readonly RegExp[] = [
  /^ffd8ff/,
  /^89504e470d0a1a0a/,
  /^474946383[79]61/,
  /^52494646.{8}57454250/,
  /^.{8}66747970(?:61766966|61766973|6d696631)/,
];

/**
 * Encode an image for its use: upright, at its size, without the data that cameras and people add. The original stays
 * as it is in the archive.
 *
 * @throws {UnreadableImageError} If it is no image, a broken one, or larger than any picture of a post.
 */
export async function encodeImage(bytes: Uint8Array, use: ImageUse): Promise<Rendition> {
  const beginning = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  if (!signatures.some((signature) => signature.test(beginning))) {
    throw new UnreadableImageError('The bytes are no JPEG, PNG, GIF, WebP or AVIF image');
  }
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize(sizes[use])
      .toFormat(formatOf(use), { quality: quality[formatOf(use)] })
      .timeout({ seconds: mostSeconds })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch (error) {
    throw new UnreadableImageError(`The image cannot be decoded: ${messageOf(error)}`, { cause: error });
  }
}

/** Decoders put a line for each thing they met; the first says enough. */
function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
