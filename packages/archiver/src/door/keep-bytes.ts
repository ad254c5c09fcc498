import type { BlobRef } from '@embalm/store';
import type { Keeper } from './keeper.ts';

/** Keep bytes that are there already. */
export async function keepBytes(bytes: Uint8Array, keeper: Keeper): Promise<BlobRef> {
  return keeper.keepStream(inOnePiece(bytes));
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
