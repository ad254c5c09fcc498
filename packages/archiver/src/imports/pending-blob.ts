import { hash } from 'node:crypto';
import type { BlobRef } from '@embalm/store';
import type { ImportTarget } from './import-job.ts';

/** Bytes that are kept only when a record is about to name them: what is known already, or was forgotten on request, leaves none behind. */
export interface PendingBlob {
  readonly ref: BlobRef;
  /** Keep them, once. */
  readonly keep: () => Promise<void>;
}

/** Name bytes without keeping them yet. */
export function createPendingBlob(archive: ImportTarget, bytes: Uint8Array): PendingBlob {
  let keeping: Promise<BlobRef> | null = null;
  return {
    ref: { sha256: hash('sha256', bytes), bytes: bytes.length },
    keep: async () => {
      keeping ??= archive.keep(bytes);
      await keeping;
    },
  };
}
