import type { Archive } from '../archive.ts';
import type { BlobRef, Exchange } from '../exchange.ts';
import { sha256Of } from '../layout.ts';
import type { StoredSnapshot } from '../record/stored-snapshot.ts';
import type { Chunks } from './output/folder-draft.ts';
import { recordBytes } from './record-bytes.ts';
import { saidFiles } from './said-files.ts';

/** A file of a capture, as it is in folders for others. */
export interface SnapshotFile {
  /** `content` is what the record says of the post or the page; `file` and `body` are bytes that it names. */
  readonly kind: 'record' | 'content' | 'file' | 'body';
  /**
   * `record.json`, `post.json` or `page.json`, `files/media/1.jpg` or `bodies/<sha256>`: what the record calls a file stands below `files/`, so
   * that it cannot be taken for anything else.
   */
  readonly name: string;
  readonly sha256: string;
  readonly open: () => Chunks;
}

/**
 * The files of a capture: its record, word for word; its content; the files that it names, in the order of their names; and the
 * bodies of its exchanges that are none of these, in their order.
 *
 * @throws {DamagedRecordError} If the record has changed since it was read.
 */
export async function listSnapshotFiles(archive: Archive, snapshot: StoredSnapshot): Promise<readonly SnapshotFile[]> {
  const { record, sha256 } = snapshot;
  const bytes = recordBytes(archive, snapshot);
  const list: SnapshotFile[] = [{ kind: 'record', name: 'record.json', sha256, open: () => [bytes] }];
  for (const [name, said] of saidFiles(record)) {
    list.push({ kind: 'content', name, sha256: sha256Of(said), open: () => [said] });
  }
  const seen = new Set<string>();
  for (const [name, file] of Object.entries(record.files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    seen.add(file.sha256);
    list.push(blobFile('file', `files/${name}`, file.sha256));
  }
  for (const body of record.exchanges.flatMap(bodiesOf)) {
    if (seen.has(body.sha256)) continue;
    seen.add(body.sha256);
    list.push(blobFile('body', `bodies/${body.sha256}`, body.sha256));
  }
  return list;

  function blobFile(kind: SnapshotFile['kind'], name: string, digest: string): SnapshotFile {
    return { kind, name, sha256: digest, open: () => archive.openBlob(digest) };
  }
}

function bodiesOf({ request, response }: Exchange): readonly BlobRef[] {
  return [request.body, response?.body ?? null].filter((body) => body !== null);
}
