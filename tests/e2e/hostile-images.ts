import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A picture that means harm, by what is wrong with it. */
export async function hostileImages(): Promise<ReadonlyMap<string, Uint8Array>> {
  const [jpeg, webp] = await Promise.all([
    sharp({ create: { width: 640, height: 480, channels: 3, background: '#456' } })
      .jpeg()
      .toBuffer(),
    sharp({ create: { width: 1, height: 1, channels: 3, background: '#456' } })
      .webp({ lossless: true })
      .toBuffer(),
  ]);
  return new Map<string, Uint8Array>([
    ['a PNG that claims 50,000 by 50,000 pixels', png(50_000, 50_000, Buffer.alloc(64))],
    ['a PNG of 144 million pixels in 140 kB', png(12_000, 12_000, Buffer.alloc(12_001 * 12_000))],
    ['a GIF of 100,000 frames', gifOfFrames(100_000)],
    ['a WebP of 100,000 frames', webpOfFrames(100_000, chunkOf(webp, 'VP8L'))],
    ['an SVG that says it is a JPEG', Buffer.from(svg)],
    ['an SVG behind the first bytes of a JPEG', Buffer.concat([jpeg.subarray(0, 4), Buffer.from(svg)])],
    ['half a JPEG', jpeg.subarray(0, jpeg.length / 2)],
    ['a JPEG that claims 65,500 by 65,500 pixels', claimSize(jpeg, 65_500)],
    ['a JPEG whose segments lead beyond its end', withLongSegment(jpeg)],
  ]);
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="99999" height="99999">
<image xlink:href="http://169.254.169.254/latest/meta-data/" width="9" height="9"/><image xlink:href="file:///etc/passwd"/></svg>`;

/** Grey, eight bits a pixel; each row begins with its filter. */
function png(width: number, height: number, rows: Uint8Array): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const chunks = [
    ['IHDR', head],
    ['IDAT', deflateSync(rows, { level: 1 })],
    ['IEND', Buffer.alloc(0)],
  ] as const;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...chunks.flatMap(([type, data]) => {
      const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
      const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
      length.writeUInt32BE(data.length);
      check.writeUInt32BE(crc32(body));
      return [length, body, check];
    }),
  ]);
}

/** Frames of one pixel on a screen of four million. */
function gifOfFrames(count: number): Uint8Array {
  const screen = Buffer.from([...Buffer.from('GIF89a'), 0xd0, 0x07, 0xd0, 0x07, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]);
  const frame = Buffer.from([0x21, 0xf9, 4, 0, 1, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  return Buffer.concat([screen, Buffer.alloc(frame.length * count, frame), Buffer.from([0x3b])]);
}

/** Frames of one pixel on a canvas of sixteen million. */
function webpOfFrames(count: number, picture: Uint8Array): Uint8Array {
  const header = Buffer.alloc(16);
  header.writeUIntLE(100, 12, 3);
  const frame = riffChunk('ANMF', Buffer.concat([header, picture]));
  const canvas = Buffer.alloc(10);
  canvas[0] = 2;
  canvas.writeUIntLE(3999, 4, 3);
  canvas.writeUIntLE(3999, 7, 3);
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    riffChunk('VP8X', canvas),
    riffChunk('ANIM', Buffer.alloc(6)),
    Buffer.alloc(frame.length * count, frame),
  ]);
  return riffChunk('RIFF', body);
}

function riffChunk(name: string, data: Uint8Array): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(name, 'latin1'), size, data, Buffer.alloc(data.length % 2)]);
}

/** A chunk of a RIFF file, with its name and size. */
function chunkOf(file: Buffer, name: string): Uint8Array {
  const start = file.indexOf(name, 12, 'latin1');
  const size = file.readUInt32LE(start + 4);
  return file.subarray(start, start + 8 + size + (size % 2));
}

/** The frame header (SOF0) names height and width from its sixth byte on. */
function claimSize(jpeg: Buffer, side: number): Uint8Array {
  const changed = Buffer.from(jpeg);
  const frame = changed.indexOf(Buffer.from([0xff, 0xc0]));
  changed.writeUInt16BE(side, frame + 5);
  changed.writeUInt16BE(side, frame + 7);
  return changed;
}

function withLongSegment(jpeg: Buffer): Uint8Array {
  const changed = Buffer.from(jpeg);
  changed.writeUInt16BE(0xffff, changed.indexOf(Buffer.from([0xff, 0xdb])) + 2);
  return changed;
}
