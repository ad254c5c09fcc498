import type { WrittenEntry } from './zip-entry.ts';

// The numbers are those of APPNOTE.TXT 6.3.10, §4.3 and §4.5.3.

/** Stored, in UTF-8, its size and checksum behind it. */
const flags = 0x0808;
const stored = 0;
/** With ZIP64. */
const versionNeeded = 45;
const madeOnUnix = (3 << 8) | versionNeeded;
/** A file that its owner may write and everyone read. */
const fileMode = 0o100644;
/** 1 January 1980, the least there is: a file says the same whenever it is made. */
const noTime = 0;
const noDate = 0x21;
const inZip64 = 0xffffffff;
const zip64Id = 1;

/**
 * What stands before an entry whose size is not known yet. No ZIP64 field: ReplayWeb.page takes it that there is none here
 * if there is none in the directory.
 */
export function localHeader(path: string): Uint8Array {
  const name = Buffer.from(path);
  const bytes = Buffer.alloc(30 + name.length);
  bytes.writeUInt32LE(0x04034b50, 0);
  bytes.writeUInt16LE(versionNeeded, 4);
  bytes.writeUInt16LE(flags, 6);
  bytes.writeUInt16LE(stored, 8);
  bytes.writeUInt16LE(noTime, 10);
  bytes.writeUInt16LE(noDate, 12);
  bytes.writeUInt16LE(name.length, 26);
  name.copy(bytes, 30);
  return bytes;
}

/** What stands behind an entry. */
export function dataDescriptor({ crc, bytes: size }: WrittenEntry): Uint8Array {
  const isLong = size >= inZip64;
  const bytes = Buffer.alloc(isLong ? 24 : 16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(crc, 4);
  if (isLong) {
    writeLong(bytes, size, 8);
    writeLong(bytes, size, 16);
  } else {
    bytes.writeUInt32LE(size, 8);
    bytes.writeUInt32LE(size, 12);
  }
  return bytes;
}

/** An entry's line in the central directory. */
export function centralHeader({ path, offset, bytes: size, crc }: WrittenEntry): Uint8Array {
  const name = Buffer.from(path);
  const isLong = size >= inZip64 || offset >= inZip64;
  const bytes = Buffer.alloc(46 + name.length + (isLong ? 28 : 0));
  bytes.writeUInt32LE(0x02014b50, 0);
  bytes.writeUInt16LE(madeOnUnix, 4);
  bytes.writeUInt16LE(versionNeeded, 6);
  bytes.writeUInt16LE(flags, 8);
  bytes.writeUInt16LE(stored, 10);
  bytes.writeUInt16LE(noTime, 12);
  bytes.writeUInt16LE(noDate, 14);
  bytes.writeUInt32LE(crc, 16);
  bytes.writeUInt32LE(isLong ? inZip64 : size, 20);
  bytes.writeUInt32LE(isLong ? inZip64 : size, 24);
  bytes.writeUInt16LE(name.length, 28);
  bytes.writeUInt16LE(isLong ? 28 : 0, 30);
  bytes.writeUInt32LE(fileMode * 2 ** 16, 38);
  bytes.writeUInt32LE(isLong ? inZip64 : offset, 42);
  name.copy(bytes, 46);
  if (isLong) {
    const at = 46 + name.length;
    bytes.writeUInt16LE(zip64Id, at);
    bytes.writeUInt16LE(24, at + 2);
    writeLong(bytes, size, at + 4);
    writeLong(bytes, size, at + 12);
    writeLong(bytes, offset, at + 20);
  }
  return bytes;
}

/** What ends the file: the long form too if the directory begins or ends where short numbers do not reach. */
export function endOfDirectory(count: number, offset: number, size: number): Uint8Array {
  const isLong = offset >= inZip64 || size >= inZip64 || count >= 0xffff;
  const long = Buffer.alloc(isLong ? 76 : 0);
  if (isLong) {
    long.writeUInt32LE(0x06064b50, 0);
    writeLong(long, 44, 4);
    long.writeUInt16LE(madeOnUnix, 12);
    long.writeUInt16LE(versionNeeded, 14);
    writeLong(long, count, 24);
    writeLong(long, count, 32);
    writeLong(long, size, 40);
    writeLong(long, offset, 48);
    long.writeUInt32LE(0x07064b50, 56);
    writeLong(long, offset + size, 64);
    long.writeUInt32LE(1, 72);
  }
  const short = Buffer.alloc(22);
  short.writeUInt32LE(0x06054b50, 0);
  short.writeUInt16LE(Math.min(count, 0xffff), 8);
  short.writeUInt16LE(Math.min(count, 0xffff), 10);
  short.writeUInt32LE(Math.min(size, inZip64), 12);
  short.writeUInt32LE(Math.min(offset, inZip64), 16);
  return Buffer.concat([long, short]);
}

function writeLong(bytes: Buffer, value: number, at: number): void {
  bytes.writeBigUInt64LE(BigInt(value), at);
}
