import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';
import type { Archive } from '../../archive.ts';
import { compressionLevel } from './compression-level.ts';
import { recordEnd, recordHeader } from './record-header.ts';
import type { WarcRecord } from './warc-record.ts';

/** A record as one gzip member (ISO 28500, Annex D), in pieces. */
export interface WrittenRecord {
  readonly record: WarcRecord;
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

type Blobs = Pick<Archive, 'openBlob' | 'readBlob'>;

const gzipWhole = promisify(gzip);
/** Longer payloads go through in pieces; then the block has no digest of its own, only the payload has. */
const mostWholeBytes = 1024 * 1024;
/** How many records are compressed at a time. */
const depth = 6;

/**
 * Write records as gzip members, several at a time, in their order.
 *
 * @throws {MissingBlobError} If a blob is gone.
 * @throws {DamagedBlobError} If a blob is damaged.
 */
export async function* gzipMembers(
  blobs: Blobs,
  records: AsyncIterable<WarcRecord>,
): AsyncGenerator<WrittenRecord, void, void> {
  const waiting: Promise<WrittenRecord>[] = [];
  for await (const record of records) {
    const writing = writeRecord(blobs, record);
    // It is waited for in its turn; until then its failure is not unhandled.
    writing.catch(() => null);
    waiting.push(writing);
    const next = waiting.length < depth ? undefined : waiting.shift();
    if (next !== undefined) yield await next;
  }
  for (const writing of waiting) yield await writing;
}

async function writeRecord(blobs: Blobs, record: WarcRecord): Promise<WrittenRecord> {
  const { payload } = record;
  if (payload.kind === 'blob' && payload.blob.bytes > mostWholeBytes) {
    return { record, chunks: gzipInPieces(record, payload.blob.bytes, blobs.openBlob(payload.blob.sha256)) };
  }
  const body = payload.kind === 'bytes' ? payload.bytes : await blobs.readBlob(payload.blob.sha256);
  const digest = createHash('sha256').update(record.head).update(body).digest('hex');
  const header = recordHeader(record, record.head.length + body.length, digest);
  const whole = Buffer.concat([header, record.head, body, recordEnd]);
  return { record, chunks: [await gzipWhole(whole, { level: compressionLevel(payload) })] };
}

function gzipInPieces(record: WarcRecord, bytes: number, body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const header = recordHeader(record, record.head.length + bytes, null);
  const whole = async function* (): AsyncGenerator<Uint8Array, void, void> {
    yield header;
    yield record.head;
    yield* body;
    yield recordEnd;
  };
  const compressor = createGzip({ level: compressionLevel(record.payload), chunkSize: 256 * 1024 });
  // An error destroys the compressor, and so reaches whoever reads it.
  pipeline(Readable.from(whole(), { objectMode: false }), compressor, () => {});
  return compressor;
}
