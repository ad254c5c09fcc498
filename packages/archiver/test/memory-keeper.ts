import { createHash } from 'node:crypto';
import type { BlobRef } from '@embalm/store';
import type { Keeper } from '../src/door/keeper.ts';

/** A keeper that remembers. */
export interface MemoryKeeper extends Keeper {
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  keep(bytes: Uint8Array): Promise<BlobRef>;
  /** The text of a blob, or `null` if it is not kept. */
  textOf(ref: BlobRef | null | undefined): string | null;
}

/** Keep bodies in memory. */
export function createMemoryKeeper(): MemoryKeeper {
  const blobs = new Map<string, Uint8Array>();
  const keep = async (bytes: Uint8Array): Promise<BlobRef> => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    blobs.set(sha256, bytes);
    return { sha256, bytes: bytes.length };
  };
  return {
    blobs,
    keep,
    async keepStream(chunks) {
      return keep(Buffer.concat(await Array.fromAsync(chunks)));
    },
    async *openBlob(sha256) {
      yield blobs.get(sha256) ?? new Uint8Array();
    },
    async readBlob(sha256) {
      const bytes = blobs.get(sha256);
      if (bytes === undefined) throw new Error(`No blob ${sha256}`);
      return bytes;
    },
    textOf(ref) {
      const bytes = ref === null || ref === undefined ? undefined : blobs.get(ref.sha256);
      return bytes === undefined ? null : new TextDecoder().decode(bytes);
    },
  };
}
