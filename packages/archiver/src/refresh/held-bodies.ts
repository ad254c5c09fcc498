import { createHash } from 'node:crypto';
import type { BlobRef } from '@embalm/store';
import type { Keeper } from '../door/keeper.ts';
import type { SourceContext } from '../sources/source.ts';

/** Bodies that may turn out not to be worth keeping: payloads, never media. */
export interface HeldBodies extends Keeper {
  /** Hold bytes under their digest. */
  readonly keep: SourceContext['keep'];
  /** Hand all of them over to be kept; when this resolves they are. */
  handOver(keep: SourceContext['keep']): Promise<void>;
}

/** Hold bodies in memory: a look that finds nothing new must leave nothing but its line in the ledger. */
export function holdBodies(): HeldBodies {
  const held = new Map<string, Uint8Array>();
  const keep = (bytes: Uint8Array): Promise<BlobRef> => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    held.set(sha256, bytes);
    return Promise.resolve({ sha256, bytes: bytes.length });
  };
  return {
    keep,
    async keepStream(chunks) {
      const parts: Uint8Array[] = [];
      for await (const chunk of chunks) parts.push(Uint8Array.from(chunk));
      return keep(Buffer.concat(parts));
    },
    readBlob: async (sha256) => read(sha256),
    async *openBlob(sha256) {
      yield read(sha256);
    },
    async handOver(keepForGood) {
      await Promise.all([...held.values()].map(keepForGood));
    },
  };

  function read(sha256: string): Uint8Array {
    const bytes = held.get(sha256);
    if (bytes === undefined) throw new Error(`The body ${sha256} is not held`);
    return bytes;
  }
}
