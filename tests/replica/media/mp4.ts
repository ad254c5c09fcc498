import { Buffer } from 'node:buffer';

/** Coded video: every sample is a key frame. */
export interface Track {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  /** The body of the `av1C` box. */
  readonly configuration: Buffer;
  /** One temporal unit of AV1 each, without delimiter. */
  readonly samples: readonly Buffer[];
}

const unity = [0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000];
const frameTicks = 1000;
const undefinedLanguage = 0x55c4;
const dpi72 = 0x48_0000;

/** Put AV1 samples into an mp4 that can be played while it loads (ISO/IEC 14496-12, AV1-ISOBMFF 1.2). */
export function muxMp4(track: Track): Buffer {
  const ftyp = box('ftyp', Buffer.from('isom'), u32(512), Buffer.from('isomiso2av01mp41'));
  const offset = ftyp.length + movie(track, 0).length + 8;
  return Buffer.concat([ftyp, movie(track, offset), box('mdat', ...track.samples)]);
}

function movie(track: Track, offset: number): Buffer {
  const timescale = track.framesPerSecond * frameTicks;
  const duration = track.samples.length * frameTicks;
  const matrix = unity.map(u32);
  const mvhd = fullBox(
    'mvhd',
    0,
    ...[0, 0, timescale, duration, 0x1_0000].map(u32),
    ...[0x100, 0].map(u16),
    Buffer.alloc(8),
    ...matrix,
    Buffer.alloc(24),
    u32(2),
  );
  const tkhd = fullBox(
    'tkhd',
    3,
    ...[0, 0, 1, 0, duration, 0, 0].map(u32),
    Buffer.alloc(8),
    ...matrix,
    ...[track.width, track.height].map((pixels) => u32(pixels * 0x1_0000)),
  );
  const mdhd = fullBox('mdhd', 0, ...[0, 0, timescale, duration].map(u32), u16(undefinedLanguage), u16(0));
  const hdlr = fullBox('hdlr', 0, u32(0), Buffer.from('vide'), Buffer.alloc(12), Buffer.from('\0'));
  const dinf = box('dinf', fullBox('dref', 0, u32(1), fullBox('url ', 1)));
  const minf = box('minf', fullBox('vmhd', 1, Buffer.alloc(8)), dinf, sampleTable(track, offset));
  return box('moov', mvhd, box('trak', tkhd, box('mdia', mdhd, hdlr, minf)));
}

function sampleTable(track: Track, offset: number): Buffer {
  const { samples } = track;
  const av01 = box(
    'av01',
    Buffer.alloc(6),
    u16(1),
    Buffer.alloc(16),
    ...[track.width, track.height].map(u16),
    ...[dpi72, dpi72, 0].map(u32),
    u16(1),
    Buffer.alloc(32),
    u16(24),
    u16(0xffff),
    box('av1C', track.configuration),
  );
  return box(
    'stbl',
    fullBox('stsd', 0, u32(1), av01),
    fullBox('stts', 0, ...[1, samples.length, frameTicks].map(u32)),
    fullBox('stsc', 0, ...[1, 1, samples.length, 1].map(u32)),
    fullBox('stsz', 0, ...[0, samples.length, ...samples.map((sample) => sample.length)].map(u32)),
    fullBox('stco', 0, ...[1, offset].map(u32)),
  );
}

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(8 + body.length), Buffer.from(type, 'latin1'), body]);
}

/** A box with version 0 and flags. */
function fullBox(type: string, flags: number, ...parts: readonly Buffer[]): Buffer {
  return box(type, u32(flags), ...parts);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
