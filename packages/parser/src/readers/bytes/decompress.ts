import { createGunzip, createZstdDecompress, type Gunzip, type ZstdDecompress } from 'node:zlib';
import { type ByteReader, readChunks } from './byte-reader.ts';
import { type ByteWindow, openByteWindow } from './byte-window.ts';
import { takeChunks } from './take-chunks.ts';
import { gzipMagic, unpackRuns } from './unpack-runs.ts';

/** How an input is packed. */
export type Compression = 'gzip' | 'zstd';

const magic: readonly (readonly [Compression, Buffer])[] = [
  ['gzip', gzipMagic],
  ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
];

/** How an input that begins like this is packed, or `null` if it is not. */
export function detectCompression(head: Uint8Array): Compression | null {
  return magic.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))?.[0] ?? null;
}

/** So much is unpacked beside this thread, which may be busy meanwhile, before the next of it has to be handed over. */
const packedAtATime = 1 << 19;
const unpackedAtATime = 1 << 20;

/** How to unpack. */
export interface DecompressOptions {
  /** Whether the reader is a file: more of it can be read ahead at once, to unpack several members of gzip at the same time. */
  readonly isFile: boolean;
  /** Is told what is wrong with the packed data, and where. */
  readonly onDefect: (message: string) => void;
}

/**
 * Unpack gzip or Zstandard, of one member or many. A member that is damaged or cut off gives what can be unpacked of it,
 * and the next one that begins at least 512 KiB further on is gone on with.
 */
export function decompress(reader: ByteReader, compression: Compression, options: DecompressOptions): ByteReader {
  return readChunks(unpack(openByteWindow(reader, packedAtATime), compression, options));
}

async function* unpack(
  packed: ByteWindow,
  compression: Compression,
  { isFile, onDefect }: DecompressOptions,
): AsyncGenerator<Uint8Array> {
  const inRuns = isFile && compression === 'gzip';
  let runsFrom = 0;
  while ((await packed.atLeast(1)).length > 0) {
    if (inRuns && packed.offset >= runsFrom) {
      runsFrom = yield* unpackRuns(packed);
      if (packed.ended && packed.bytes.length === 0) return;
    }
    const { offset } = packed;
    const unpacker = create(compression, inRuns);
    let defect: NodeJS.ErrnoException | null = null;
    unpacker.on('error', (error: NodeJS.ErrnoException) => {
      defect ??= error;
    });
    const fed = feed(unpacker, packed);
    // Whoever takes what was unpacked hears of it.
    fed.catch(() => unpacker.destroy());
    yield* takeChunks(unpacker);
    await fed;
    if ((defect === null || isEndOfMember(defect)) && packed.offset > offset) continue;
    onDefect(describe(defect, compression, packed.offset));
    await skipToMember(packed, compression);
  }
}

/** @param oneMember Whether it should end behind a member of gzip. It does behind a frame of Zstandard. */
function create(compression: Compression, oneMember: boolean): Gunzip | ZstdDecompress {
  const options = {
    chunkSize: unpackedAtATime,
    readableHighWaterMark: 4 * unpackedAtATime,
    rejectGarbageAfterEnd: oneMember,
  };
  return compression === 'gzip' ? createGunzip(options) : createZstdDecompress(options);
}

/** What an unpacker says that should end behind a member, where there is more. */
function isEndOfMember(error: NodeJS.ErrnoException): boolean {
  return error.code === 'ERR_TRAILING_JUNK_AFTER_STREAM_END';
}

/** Until the input ends, or the unpacker does: it wants no more behind a frame of Zstandard, or a defect. */
async function feed(unpacker: Gunzip | ZstdDecompress, packed: ByteWindow): Promise<void> {
  let ended = false;
  unpacker.once('end', () => {
    ended = true;
  });
  for (;;) {
    const bytes = (await packed.atLeast(1)).subarray(0, packedAtATime);
    if (bytes.length === 0) break;
    const before = unpacker.bytesWritten;
    await new Promise<void>((resolve) => {
      unpacker.once('close', resolve);
      unpacker.write(bytes, () => {
        unpacker.off('close', resolve);
        resolve();
      });
    });
    const consumed = unpacker.bytesWritten - before;
    // A defect leaves untold how far it came.
    const { errored } = unpacker;
    packed.drop(errored === null || isEndOfMember(errored) ? consumed : bytes.length);
    if (ended || unpacker.readableEnded || unpacker.destroyed || consumed < bytes.length) {
      unpacker.end();
      return;
    }
  }
  unpacker.end();
}

/** To the next place that looks like the beginning of a member. */
async function skipToMember(packed: ByteWindow, compression: Compression): Promise<void> {
  const start = magic.find(([name]) => name === compression)?.[1] ?? '';
  for (let bytes = await packed.atLeast(start.length); bytes.length > 0; bytes = await packed.atLeast(start.length)) {
    const at = bytes.indexOf(start);
    packed.drop(at === -1 ? Math.max(1, bytes.length - start.length + 1) : at);
    if (at !== -1) return;
  }
}

function describe(error: NodeJS.ErrnoException | null, compression: Compression, at: number): string {
  const format = compression === 'gzip' ? 'gzip' : 'Zstandard';
  return error?.code === 'Z_BUF_ERROR'
    ? `the ${format} data end too early. What was there has been read.`
    : `the ${format} data are damaged before byte ${at}${error === null ? '' : `: ${error.message}`}. Some of them are skipped.`;
}
