import { type Gunzip, gunzip } from 'node:zlib';
import type { ByteWindow } from './byte-window.ts';

/** How every member of gzip begins. */
export const gzipMagic: Buffer = Buffer.from([0x1f, 0x8b, 0x08]);

/** So many bytes of gzip or more are unpacked at a time: to hand over little takes as long as to unpack it. */
const usualRun = 1 << 18;
const longestRun = 1 << 20;

/** Most runs unpack to so much; what unpacks to more than the most is left to whoever unpacks piece by piece. */
const usualUnpacked = 1 << 21;
const mostUnpacked = 1 << 23;

/** So many runs are unpacked at the same time, beside this thread. */
const runsAtOnce = 3;

/** Whole members of gzip that are being unpacked. */
interface Run {
  /** So many bytes they take. */
  readonly length: number;
  /** `null` if the members are damaged, or end elsewhere than was thought. */
  readonly unpacked: Promise<Buffer | null>;
}

/**
 * Unpack members of gzip, runs of them at the same time. Where members begin is guessed by how they do; but only what ends where
 * the next run begins is taken, so if the first one begins with a member, all do.
 *
 * It ends before what is no member, or damaged, or too long, and leaves that in the window.
 *
 * @returns First what is in each run, good until the next is asked for; then behind which byte of the input it is worth to
 * try again.
 */
export async function* unpackRuns(packed: ByteWindow): AsyncGenerator<Uint8Array, number> {
  const ahead: Run[] = [];
  let begun = 0;
  for (;;) {
    while (ahead.length < runsAtOnce) {
      const bytes = (await packed.atLeast(begun + longestRun)).subarray(begun, begun + longestRun);
      const length = measureRun(bytes);
      if (length === 0) break;
      // Copied, for the window goes on.
      ahead.push({ length, unpacked: unpack(copy(bytes.subarray(0, length))) });
      begun += length;
    }
    const first = ahead.shift();
    if (first === undefined) return packed.offset;
    const unpacked = await first.unpacked;
    if (unpacked === null) return packed.offset + first.length;
    packed.drop(first.length);
    begun -= first.length;
    yield unpacked;
    // What little is unpacked to may share its memory with others.
    if (unpacked.buffer.byteLength >= usualUnpacked) free(unpacked);
  }
}

/** How many bytes some members take that `bytes` begin with; 0 if it begins with none, or with one that has no end in sight. */
function measureRun(bytes: Buffer): number {
  if (!bytes.subarray(0, gzipMagic.length).equals(gzipMagic)) return 0;
  if (bytes.length < longestRun) return bytes.length;
  const next = bytes.indexOf(gzipMagic, usualRun);
  return next === -1 ? bytes.lastIndexOf(gzipMagic, usualRun) : next;
}

async function unpack(members: Buffer): Promise<Buffer | null> {
  const options = { chunkSize: usualUnpacked, maxOutputLength: mostUnpacked, info: true };
  const { length } = members;
  return new Promise((resolve) => {
    gunzip(members, options, (error, result) => {
      free(members);
      if (error !== null) return resolve(null);
      // That is what `info` makes of it; the types do not say so.
      const { buffer, engine } = result as unknown as { readonly buffer: Buffer; readonly engine: Gunzip };
      resolve(engine.bytesWritten === length ? buffer : null);
    });
  });
}

/** Now, and not when garbage is collected: that waits for tens of megabytes, and takes longer. */
function free({ buffer }: Buffer): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}

function copy(bytes: Buffer): Buffer {
  const copied = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copied);
  return copied;
}
