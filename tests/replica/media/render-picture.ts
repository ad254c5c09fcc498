import sharp from 'sharp';
import type { Picture } from './picture.ts';

/** How an image is asked for. */
export interface Rendition {
  readonly width: number;
  readonly height: number;
  readonly format: 'jpg' | 'png' | 'webp';
}

const rendered = new Map<string, Promise<Buffer>>();

/** Draw a picture at a size. What was drawn once in this process is kept. */
export function renderPicture(picture: Picture, rendition: Rendition): Promise<Buffer> {
  const svg = picture.draw(rendition.width, rendition.height);
  const key = `${rendition.format} ${svg}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const bytes = encode(svg, rendition.format);
  rendered.set(key, bytes);
  return bytes;
}

function encode(svg: string, format: Rendition['format']): Promise<Buffer> {
  const image = sharp(Buffer.from(svg)).flatten();
  if (format === 'png') return image.png({ compressionLevel: 6 }).toBuffer();
  return format === 'webp' ? image.webp({ quality: 80, effort: 1 }).toBuffer() : image.jpeg({ quality: 85 }).toBuffer();
}
