import type { BlobRef } from '@embalm/store';
import { keepInMemory } from '../src/door/keep-in-memory.ts';
import { keepBytes } from '../src/door/keep-bytes.ts';
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
  const keeper = keepInMemory(blobs);
  return {
    ...keeper,
    blobs,
    keep: (bytes) => keepBytes(bytes, keeper),
    textOf(ref) {
      const bytes = ref === null || ref === undefined ? undefined : blobs.get(ref.sha256);
      return bytes === undefined ? null : new TextDecoder().decode(bytes);
    },
  };
}
