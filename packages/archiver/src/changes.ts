export type { Change } from './changes/change.ts';
export { type ComparedRecords, compareRecords, type RecordPair } from './changes/compare-records.ts';
export type { CompareOptions } from './changes/compare-snapshots.ts';
export { compareWords, type TextPart } from './changes/compare-words.ts';
export { listVersions } from './changes/list-versions.ts';
export { type CheckEntry, readTimeline, type RecordEntry, type TimelineEntry } from './changes/read-timeline.ts';
