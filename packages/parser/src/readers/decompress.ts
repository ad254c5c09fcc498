import { createGunzip, createZstdDecompress, type Gunzip, type ZstdDecompress } from 'node:zlib';
import { type ByteReader, readChunks } from './byte-reader.ts';
import { type ByteWindow, openByteWindow } from './byte-window.ts';
import { takeChunks } from './take-chunks.ts';

/** How an input is packed. */
export type Compression = 'gzip' | 'zstd';

const magic: readonly (readonly [Compression, Buffer])[] = [
  ['gzip', Buffer.from([0x1f, 0x8b, 0x08])],
  ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
];

/** How an input that begins like this is packed, or `null` if it is not. */
export function detectCompression(head: Uint8Array): Compression | null {
  return magic.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))?.[0] ?? null;
}

/** So much is unpacked beside this thread, which may be busy meanwhile, before the next of it has to be handed over. */
const packedAtATime = 1 << 19;
const unpackedAtATime = 1 << 20;

/**
 * Unpack gzip or Zstandard, of one member or many. A member that is damaged or cut off gives what can be unpacked of it,
 * and the next one that begins at least 512 KiB further on is gone on with.
 *
 * @param onDefect Is told what is wrong with the packed data, and where.
 */
export function decompress(
  reader: ByteReader,
  compression: Compression,
  onDefect: (message: string) => void,
): ByteReader {
  return readChunks(unpack(openByteWindow(reader, packedAtATime), compression, onDefect));
}

async function* unpack(
  packed: ByteWindow,
  compression: Compression,
  onDefect: (message: string) => void,
): AsyncGenerator<Uint8Array> {
  while ((await packed.atLeast(1)).length > 0) {
    const { offset } = packed;
    const unpacker = create(compression);
    let defect: NodeJS.ErrnoException | null = null;
    unpacker.on('error', (error: NodeJS.ErrnoException) => {
      defect ??= error;
    });
    const fed = feed(unpacker, packed);
    yield* takeChunks(unpacker);
    await fed;
    if (defect === null && packed.offset > offset) continue;
    onDefect(describe(defect, compression, packed.offset));
    await skipToMember(packed, compression);
  }
}

function create(compression: Compression): Gunzip | ZstdDecompress {
  const options = { chunkSize: unpackedAtATime, readableHighWaterMark: 4 * unpackedAtATime };
  return compression === 'gzip' ? createGunzip(options) : createZstdDecompress(options);
}

/** Until the input ends, or the unpacker does: it wants no more behind a frame of Zstandard, or a defect. */
async function feed(unpacker: Gunzip | ZstdDecompress, packed: ByteWindow): Promise<void> {
  let ended = false;
  unpacker.once('end', () => {
    ended = true;
  });
  for (let bytes = await packed.atLeast(1); bytes.length > 0; bytes = await packed.atLeast(1)) {
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
    packed.drop(unpacker.errored === null ? consumed : bytes.length);
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
