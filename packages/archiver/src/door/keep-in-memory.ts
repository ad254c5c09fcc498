import { createHash } from 'node:crypto';
import type { Keeper } from './keeper.ts';

/** Keep bodies for as long as the program runs: for answers that are no part of an archive. */
export function keepInMemory(blobs: Map<string, Uint8Array> = new Map()): Keeper {
  const read = (sha256: string): Uint8Array => {
    const bytes = blobs.get(sha256);
    if (bytes === undefined) throw new Error(`No blob ${sha256}`);
    return bytes;
  };
  return {
    async keepStream(chunks) {
      const parts: Uint8Array[] = [];
      for await (const chunk of chunks) parts.push(Uint8Array.from(chunk));
      const bytes = Buffer.concat(parts);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      blobs.set(sha256, bytes);
      return { sha256, bytes: bytes.length };
    },
    async *openBlob(sha256) {
      yield read(sha256);
    },
    readBlob: async (sha256) => read(sha256),
  };
}
