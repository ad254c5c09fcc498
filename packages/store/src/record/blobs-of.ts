import type { BlobRef, Exchange } from '../exchange.ts';
import type { SnapshotDraft } from '../snapshot-record.ts';

/** Every blob a snapshot names: bodies of its exchanges, then its files. One may come more than once. */
export function blobsOf({ exchanges, files }: Pick<SnapshotDraft, 'exchanges' | 'files'>): readonly BlobRef[] {
  return [...exchanges.flatMap(bodiesOf), ...Object.values(files)];
}

function bodiesOf({ request, response }: Exchange): readonly BlobRef[] {
  return [request.body, response?.body ?? null].filter((body) => body !== null);
}
