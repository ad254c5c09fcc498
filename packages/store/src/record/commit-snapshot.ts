import { unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MissingBlobError } from '../archive-errors.ts';
import { sizeOfBlob } from '../blob/read-blob.ts';
import type { PendingMarks } from '../catalog/pending-marks.ts';
import type { DurableFiles } from '../disk/durable-files.ts';
import { settleAll } from '../disk/settle-all.ts';
import { type Forgotten, readForgotten } from '../forget/forgotten.ts';
import { ForgottenPostError } from '../forget/forgotten-post-error.ts';
import { sha256Of } from '../layout.ts';
import type { SnapshotDraft, SnapshotRecord } from '../snapshot-record.ts';
import { blobsOf } from './blobs-of.ts';
import { parseSnapshotRecord } from './parse-snapshot-record.ts';
import { readHeadNow } from './read-now.ts';
import { maxRecordBytes, recordPath, writeRecord } from './record-file.ts';
import type { StoredSnapshot } from './stored-snapshot.ts';

/** How to commit. */
export interface CommitOptions {
  /** Keep a post again that was forgotten; default false. */
  readonly again?: boolean | undefined;
}

/**
 * Commit a snapshot as its post's next record. No lock is taken: the record's name is claimed with `link(2)`, which
 * fails if another program has been faster; then the next number is tried.
 *
 * @throws {ShapeError} If the draft is not as its type says.
 * @throws {ForgottenPostError} If the post was erased on request.
 * @throws {MissingBlobError} If it names a blob that has not been kept.
 * @throws {DamagedRecordError} If the record before it cannot be trusted.
 */
export async function commitSnapshot(
  root: string,
  files: DurableFiles,
  marks: PendingMarks,
  draft: SnapshotDraft,
  { again = false }: CommitOptions = {},
): Promise<StoredSnapshot> {
  const first = parseSnapshotRecord({ ...draft, format: 'embalm-record', version: 1, n: 1, prev: null });
  requireBlobs(root, first);
  const mark = marks.prepare(first.post);
  try {
    for (;;) {
      const head = readHeadNow(root, first.post);
      const forgotten = readForgotten(root, first.post);
      const isForgotten = forgotten !== null && (head?.record.n ?? 0) <= forgotten.n;
      if (isForgotten && !again) throw new ForgottenPostError(forgotten);
      const [n, prev] = isForgotten ? [forgotten.n, forgotten.head] : [head?.record.n ?? 0, head?.sha256 ?? null];
      const record = { ...first, n: n + 1, prev };
      const bytes = writeRecord(record);
      if (bytes.length > maxRecordBytes) throw new RangeError(`A record of ${bytes.length} bytes is too long to keep`);
      const path = recordPath(record.post, record.n);
      await using temporary = await files.createTemporary();
      await settleAll([mark.make(), temporary.append(bytes).then(() => temporary.finish())]);
      if (!(await temporary.claim(join(root, path)))) continue;
      await requireStillWanted(root, files, path, record, forgotten);
      return { record, sha256: sha256Of(bytes), path };
    }
  } finally {
    mark.release();
  }
}

/** Whoever erased the post while this record was on its way has not seen it: it must go too. */
async function requireStillWanted(
  root: string,
  files: DurableFiles,
  path: string,
  { post }: SnapshotRecord,
  before: Forgotten | null,
): Promise<void> {
  const forgotten = readForgotten(root, post);
  if (forgotten === null || forgotten.at === before?.at) return;
  await unlink(join(root, path));
  await files.syncDirectory(dirname(join(root, path)));
  throw new ForgottenPostError(forgotten);
}

function requireBlobs(root: string, draft: SnapshotDraft): void {
  const blobs = new Map(blobsOf(draft).map((blob) => [blob.sha256, blob]));
  for (const { sha256, bytes } of blobs.values()) {
    const size = sizeOfBlob(root, sha256);
    if (size === null) throw new MissingBlobError(sha256);
    if (size !== bytes) throw new MissingBlobError(sha256, `it has ${size} bytes, not ${bytes}`);
  }
}
