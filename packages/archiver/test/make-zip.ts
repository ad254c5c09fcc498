import { crc32 } from 'node:zlib';

/** An entry of a ZIP file, and what it lies about. */
export interface MadeEntry {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  /** Unix mode; default that of a file. */
  readonly mode?: number;
  /** The length that it claims; default its own. */
  readonly claims?: number;
  /** How far its place in the directory is off. */
  readonly shift?: number;
}

/** Make a ZIP file of stored entries, however wrong. */
export function makeZip(entries: readonly MadeEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, mode = 0o100644, claims, shift = 0 } of entries) {
    const data = Buffer.from(bytes);
    const size = claims ?? data.length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(crc32(data), 14);
    local.writeUInt32LE(size, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(3 << 8, 4);
    central.writeUInt32LE(crc32(data), 16);
    central.writeUInt32LE(size, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(mode * 2 ** 16, 38);
    central.writeUInt32LE(offset + shift, 42);
    files.push(local, Buffer.from(name), data);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, list, end]);
}
