import type { BlobRef } from '@embalm/store';

/** What the door needs of an archive. */
export interface Keeper {
  /** Keeps bytes as they arrive; resolves when they are durable. A chunk is good until the next is asked for. */
  keepStream(chunks: AsyncIterable<Uint8Array>): Promise<BlobRef>;
  /** The bytes of a blob, piece by piece. */
  openBlob(sha256: string): AsyncIterable<Uint8Array>;
  /** The bytes of a blob. */
  readBlob(sha256: string): Promise<Uint8Array>;
}
