import { averageColour } from './average-colour.ts';
import { encodeImage, type Rendition } from './encode-image.ts';
import type { ImageUse } from './image-use.ts';

/** A rendition, and what a page says of it. */
export interface MadeRendition extends Rendition {
  /** Of all of a photo, as CSS has it in three hex digits; `null` if something shows through it, and for other uses. */
  readonly colour: string | null;
}

/**
 * Encode an image for its use.
 *
 * @throws As `encodeImage`.
 */
export async function makeRendition(original: Uint8Array, use: ImageUse): Promise<MadeRendition> {
  const rendition = await encodeImage(original, use);
  return { ...rendition, colour: use === 'photo' ? await averageColour(rendition.bytes) : null };
}
