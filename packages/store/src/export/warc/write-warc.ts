import type { Archive } from '../../archive.ts';
import type { StoredSnapshot } from '../../record/stored-snapshot.ts';
import type { ExportOptions } from '../export-options.ts';
import { recordBytes } from '../record-bytes.ts';
import type { Scratch } from '../scratch.ts';
import type { Span } from './cdxj-line.ts';
import type { FindFirst, FirstPlace } from './exchange-records.ts';
import { gzipMembers } from './gzip-members.ts';
import { snapshotRecords } from './snapshot-records.ts';
import type { WarcRecord } from './warc-record.ts';
import { warcinfo } from './warcinfo.ts';

/** What writing a WARC file works with. */
export interface WarcJob {
  readonly archive: Archive;
  readonly scratch: Scratch;
  readonly software: ExportOptions['software'];
}

/**
 * Write snapshots as a WARC/1.1 file, each record a gzip member. A body is written where it comes first; later it is a
 * revisit.
 *
 * @param onRecord Called when a record is written, with its place in the file.
 */
export async function* writeWarc(
  job: WarcJob,
  snapshots: AsyncIterable<StoredSnapshot>,
  onRecord: (record: WarcRecord, span: Span) => void,
): AsyncGenerator<Uint8Array, void, void> {
  let offset = 0;
  for await (const { record, chunks } of gzipMembers(job.archive, listRecords(job, snapshots))) {
    let length = 0;
    for await (const chunk of chunks) {
      length += chunk.length;
      yield chunk;
    }
    onRecord(record, { offset, length });
    offset += length;
  }
}

async function* listRecords(
  { archive, scratch, software }: WarcJob,
  snapshots: AsyncIterable<StoredSnapshot>,
): AsyncGenerator<WarcRecord, void, void> {
  const findFirst: FindFirst = (sha256, place) => {
    const before = scratch.claim(sha256, [place.id, place.date, place.uri].join(' '));
    return before === null ? null : readPlace(before);
  };
  let isFirst = true;
  for await (const snapshot of snapshots) {
    // The time of the first capture: an export says nothing of when it was made, so that it is the same every time.
    if (isFirst) yield warcinfo(snapshot.record.capturedAt, `${software.name}/${software.version}`);
    isFirst = false;
    yield* snapshotRecords(snapshot, recordBytes(archive, snapshot), findFirst);
  }
}

/** URIs have no spaces in them. */
function readPlace(text: string): FirstPlace {
  const [id = '', date = '', uri = ''] = text.split(' ');
  return { id, date, uri };
}
