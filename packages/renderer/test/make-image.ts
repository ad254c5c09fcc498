import { crc32 } from 'node:zlib';
import sharp from 'sharp';

/** The bytes of an image of one colour. */
export async function makeImage(
  width: number,
  height: number,
  format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' = 'jpeg',
): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background: '#28a' } })
    .toFormat(format)
    .toBuffer();
}

/** The beginning of a PNG that says it is of this size. */
export function makePngHeader(width: number, height: number): Uint8Array {
  const header = Buffer.from(`IHDR${'\0'.repeat(13)}`, 'latin1');
  header.writeUInt32BE(width, 4);
  header.writeUInt32BE(height, 8);
  header.set([8, 2, 0, 0, 0], 12);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(header));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  return Buffer.concat([signature, header, check, Buffer.from('\0\0\0\0IDAT', 'latin1')]);
}
