import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createGzip, gzip, gzipSync } from 'node:zlib';
import type { Archive } from '../../archive.ts';
import { readBlobNow } from '../../blob/read-blob-now.ts';
import { sha256Of } from '../../layout.ts';
import { isPackedMedia } from './is-packed-media.ts';
import { recordEnd, recordHeader } from './record-header.ts';
import { storedGzip } from './stored-gzip.ts';
import type { WarcRecord } from './warc-record.ts';

/** A record as one gzip member (ISO 28500, Annex D), in pieces, to be gone through before the next record is. */
export interface WrittenRecord {
  readonly record: WarcRecord;
  /** Each is good until the next is asked for. */
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

type Blobs = Pick<Archive, 'directory' | 'openBlob' | 'readBlob'>;

const gzipWhole = promisify(gzip);
/** Longer payloads go through in pieces, as media do; then the block has no digest of its own, only the payload has. */
const mostWholeBytes = 512 * 1024;
/** Shorter records are compressed here: to another thread and back takes three times as long as one of 500 bytes. */
const mostBytesHere = 8 * 1024;
/** Of zlib: on scripts and records 4 takes two thirds of the time of 6, for 5 % more bytes. */
const level = 4;
/** How many records are compressed at a time. */
const depth = 3;

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
  const buffers = [Buffer.allocUnsafeSlow(mostWholeBytes), Buffer.allocUnsafeSlow(mostWholeBytes)] as const;
  for await (const record of records) {
    const writing = writeRecord(blobs, record, buffers);
    // It is waited for in its turn; until then its failure is not unhandled.
    writing.catch(() => null);
    waiting.push(writing);
    const next = waiting.length < depth ? undefined : waiting.shift();
    if (next !== undefined) yield await next;
  }
  for (const writing of waiting) yield await writing;
}

async function writeRecord(
  blobs: Blobs,
  record: WarcRecord,
  buffers: readonly [Uint8Array, Uint8Array],
): Promise<WrittenRecord> {
  const { payload, head } = record;
  if (payload.kind === 'blob') {
    const { sha256, bytes } = payload.blob;
    const before = (): Uint8Array => Buffer.concat([recordHeader(record, head.length + bytes, null), head]);
    // Read when it is its turn: the buffers are for one at a time.
    if (isPackedMedia(payload.mediaType)) {
      return { record, chunks: storedGzip(inOrder(before(), readBlobNow(blobs.directory, sha256, buffers))) };
    }
    if (bytes > mostWholeBytes) return { record, chunks: gzipInPieces(inOrderLater(before(), blobs.openBlob(sha256))) };
  }
  const body = payload.kind === 'bytes' ? payload.bytes : await blobs.readBlob(payload.blob.sha256);
  const block = Buffer.concat([head, body]);
  const whole = Buffer.concat([recordHeader(record, block.length, sha256Of(block)), block, recordEnd]);
  const options = { level, ...memoryFor(whole.length), chunkSize: whole.length + 64 };
  return {
    record,
    chunks: [whole.length > mostBytesHere ? await gzipWhole(whole, options) : gzipSync(whole, options)],
  };
}

/** zlib takes 256 KiB however short its input is; for a record of 500 bytes, 8 are enough. */
function memoryFor(length: number): { readonly windowBits: number; readonly memLevel: number } {
  const windowBits = Math.min(15, Math.max(9, Math.ceil(Math.log2(length))));
  return { windowBits, memLevel: windowBits > 13 ? 8 : 4 };
}

function* inOrder(before: Uint8Array, body: Iterable<Uint8Array>): Generator<Uint8Array, void, void> {
  yield before;
  yield* body;
  yield recordEnd;
}

async function* inOrderLater(
  before: Uint8Array,
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  yield before;
  yield* body;
  yield recordEnd;
}

/** An error of the chunks destroys the compressor, and so reaches whoever reads it. */
function gzipInPieces(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const compressor = createGzip({ level, chunkSize: 256 * 1024 });
  pipeline(Readable.from(chunks, { objectMode: false }), compressor, () => {});
  return compressor;
}
