import { sha256Of } from '../../layout.ts';
import type { StoredSnapshot } from '../../record/stored-snapshot.ts';
import type { StoredFile } from '../../snapshot-record.ts';
import { saidFiles } from '../said-files.ts';
import { exchangeRecords, type FindFirst } from './exchange-records.ts';
import { recordId } from './record-id.ts';
import { recordUri } from './target-uri.ts';
import { noBytes, type WarcPayload, type WarcRecord } from './warc-record.ts';

/**
 * The WARC records of a snapshot, in order: its exchanges as they were, its files that came over no exchange (such as
 * screenshots), its content as `post.json` or `page.json`, and at last the snapshot's own record, word for word.
 *
 * @param recordBytes The file of the snapshot's record.
 */
export function* snapshotRecords(
  { record, sha256 }: StoredSnapshot,
  recordBytes: Uint8Array,
  findFirst: FindFirst,
): Generator<WarcRecord, void, void> {
  const { post, n, capturedAt, exchanges, files } = record;
  for (const [index, exchange] of exchanges.entries()) {
    yield* exchangeRecords(exchange, [sha256, index], findFirst);
  }
  const delivered = new Set(exchanges.map(({ response }) => response?.body?.sha256));
  for (const [name, file] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!delivered.has(file.sha256)) yield resource(name, file.mediaType, payloadOf(file), file.sha256);
  }
  for (const [name, bytes] of saidFiles(record)) {
    yield resource(name, 'application/json', { kind: 'bytes', bytes }, sha256Of(bytes));
  }
  yield {
    ...resource(undefined, 'application/json', { kind: 'bytes', bytes: recordBytes }, sha256),
    type: 'metadata',
  };

  function resource(name: string | undefined, mime: string, payload: WarcPayload, digest: string): WarcRecord {
    return {
      type: 'resource',
      id: recordId(sha256, name ?? 0),
      date: capturedAt,
      targetUri: recordUri(post, n, name),
      contentType: mime,
      fields: [['WARC-Payload-Digest', `sha256:${digest}`]],
      head: noBytes,
      payload,
      listing: { mime, status: null, sha256: digest },
    };
  }
}

function payloadOf(file: StoredFile): WarcPayload {
  return { kind: 'blob', blob: file, mediaType: file.mediaType };
}
