import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { listDirectory } from '../disk/list-directory.ts';
import { inBatches } from '../in-batches.ts';
import { blobPath, isSha256, isShelf, layout } from '../layout.ts';
import { reasonOf, unexpectedFile, type Verification } from './verification.ts';

/** How many blobs are read at a time. */
const batchSize = 16;
const chunkBytes = 1024 * 1024;

/** Read every blob. Resolves to the digests of those that are damaged. */
export async function verifyBlobs(verification: Verification): Promise<ReadonlySet<string>> {
  const damaged = new Set<string>();
  for await (const batch of inBatches(listBlobs(verification), batchSize)) {
    verification.goOn();
    await Promise.all(batch.map((sha256) => verifyBlob(verification, sha256, damaged)));
  }
  return damaged;
}

async function verifyBlob({ root, report, count }: Verification, sha256: string, damaged: Set<string>): Promise<void> {
  const path = blobPath(sha256);
  let message: string;
  try {
    const found = await digestOf(join(root, path));
    count({ blobs: 1, bytes: found.bytes });
    if (found.sha256 === sha256) return;
    message = `its bytes have the sha256 ${found.sha256}`;
  } catch (error) {
    message = `it cannot be read: ${reasonOf(error)}`;
  }
  damaged.add(sha256);
  report({ code: 'blob-damaged', path, message, post: null });
}

async function digestOf(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  const buffer = Buffer.allocUnsafe(Math.min(Math.max(size, 1), chunkBytes));
  const hash = createHash('sha256');
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, bytes);
    if (bytesRead === 0) return { sha256: hash.digest('hex'), bytes };
    hash.update(buffer.subarray(0, bytesRead));
    bytes += bytesRead;
  }
}

/** The digests that files are named after, where they should be; anything else is reported. */
async function* listBlobs({ root, report }: Verification): AsyncGenerator<string, void, void> {
  for (const outer of await listDirectory(join(root, layout.blobs))) {
    const shelf = `${layout.blobs}/${outer.name}`;
    if (!isShelf(outer)) report(unexpectedFile(shelf));
    for (const inner of await listDirectory(join(root, shelf))) {
      const place = `${shelf}/${inner.name}`;
      if (!isShelf(inner)) report(unexpectedFile(place));
      for (const entry of await listDirectory(join(root, place))) {
        const path = `${place}/${entry.name}`;
        if (entry.isFile() && isSha256(entry.name) && blobPath(entry.name) === path) yield entry.name;
        else report(unexpectedFile(path));
      }
    }
  }
}
