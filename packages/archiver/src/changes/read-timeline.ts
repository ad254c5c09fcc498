import type { PostId, State } from '@embalm/post';
import type { Archive, ObservationNote, SnapshotRecord, StoredSnapshot } from '@embalm/store';
import { isCapture } from '../preserve/is-capture.ts';
import type { Change } from './change.ts';
import { compareSnapshots, type SnapshotContent } from './compare-snapshots.ts';

/** A moment in what the archive knows of a post. */
export type TimelineEntry = RecordEntry | CheckEntry;

interface Moment extends Pick<ObservationNote, 'at' | 'reason'> {
  /** What it was then. */
  readonly state: State;
}

/** A record was made. */
export interface RecordEntry extends Moment {
  readonly kind: 'record';
  readonly n: number;
  readonly sha256: string;
  /** Where its content came from; `null` if it has none. */
  readonly source: SnapshotRecord['source'];
  /** Since the record before; none for the first. */
  readonly changes: readonly Change[];
}

/** Nothing was new. */
export interface CheckEntry extends Moment {
  readonly kind: 'check';
  /** Who was asked. */
  readonly source: ObservationNote['source'];
}

/**
 * Read the time line of a post, oldest first: every record, and the checks in between if they are asked for.
 *
 * @throws {DamagedRecordError} At the first record that cannot be trusted.
 */
export async function readTimeline(
  archive: Archive,
  post: PostId,
  options: { readonly checks?: boolean } = {},
): Promise<readonly TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  let before: SnapshotContent | null = null;
  for await (const snapshot of archive.history(post)) {
    entries.push(entryOf(snapshot, before));
    before = nextContent(before, snapshot.record);
  }
  if (options.checks !== true) return entries;
  for await (const { at, state, reason, source } of archive.checks(post)) {
    entries.push({ kind: 'check', at, state, reason, source });
  }
  // Stable: of two at one moment the record was there first.
  return entries.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function entryOf({ record, sha256 }: StoredSnapshot, before: SnapshotContent | null): RecordEntry {
  const { n, capturedAt, source, observation } = record;
  const { state, reason } = observation;
  const changes = before === null ? [] : compareSnapshots(before, record);
  return { kind: 'record', at: capturedAt, n, sha256, source, state, reason, changes };
}

/** A record without content, or with what an article says after the post was captured, takes nothing from what is known. */
function nextContent(before: SnapshotContent | null, record: SnapshotRecord): SnapshotContent {
  const hasNothing = record.content === null && !record.page;
  const keeps = before !== null && (hasNothing || (isCapture(before) && !isCapture(record)));
  return keeps ? { ...before, observation: record.observation } : record;
}
