export {
  ArchiveReadOnlyError,
  BlobTooLargeError,
  DamagedBlobError,
  DamagedLedgerError,
  DamagedRecordError,
  DamageError,
  DiskFullError,
  MissingBlobError,
  NewerFormatError,
  NoArchiveError,
  NotAnArchiveError,
  SameArchiveError,
  UnknownPostError,
  UnsuitableDiskError,
} from './archive-errors.ts';
export type { Archive } from './archive.ts';
export type { KeepStreamOptions } from './blob/blob-writer.ts';
export { streamPieceBytes } from './disk/append-stream.ts';
export type { ReindexOptions, ReindexReport } from './catalog/fill-index.ts';
export type { PostQuery, PostSummary } from './catalog/post-summary.ts';
export type { Checkpoint } from './checkpoint/checkpoint.ts';
export type { StoredCheckpoint } from './checkpoint/checkpoint-file.ts';
export { CheckpointRaceError } from './checkpoint/create-checkpoint.ts';
export type { Attestation } from './compare/attest-files.ts';
export { compareAttestations, type Difference } from './compare/compare-attestations.ts';
export type { DueTable } from './due/due-table.ts';
export type { DueRow } from './due/due-rows.ts';
export type { Wanted } from './due/leases.ts';
export type { BlobRef, Exchange, ExchangeRequest, ExchangeResponse, HeadSource } from './exchange.ts';
export type { ForgetReason, ForgetReport } from './forget/forget-post.ts';
export type { Forgotten } from './forget/forgotten.ts';
export { ForgottenPostError } from './forget/forgotten-post-error.ts';
export type { GcOptions, GcReport } from './gc/collect-garbage.ts';
export type { Check } from './ledger/check.ts';
export type { OpenOptions } from './open/open-archive.ts';
export { openArchive } from './open/open-archive.ts';
export { ownLinksOf, provisionalIdOf } from './provisional-id.ts';
export { pageIdOf } from './page-id.ts';
export { canonicalJson } from './record/canonical-json.ts';
export type { CommitOptions } from './record/commit-snapshot.ts';
export { parseSnapshotRecord } from './record/parse-snapshot-record.ts';
export type { Refusal, RepairOptions, RepairReport } from './repair/repair-archive.ts';
export { parseRecordFile } from './record/record-file.ts';
export type { StoredSnapshot } from './record/stored-snapshot.ts';
export type {
  Claim,
  Diagnostic,
  Identification,
  Imported,
  Memento,
  Mismatch,
  MissingFile,
  ObservationNote,
  SnapshotDraft,
  SnapshotRecord,
  Software,
  StoredFile,
} from './snapshot-record.ts';
export type { CheckedTimestamp } from './timestamp/check-token.ts';
export type { StoredTimestamp, TimestampAuthority } from './timestamp/stamp-checkpoint.ts';
export { TimestampError, type TimestampFault } from './timestamp/timestamp-error.ts';
export type { Slice } from './verify/slice.ts';
export type { Problem, ProblemCode, VerifyOptions, VerifyReport } from './verify/verify-report.ts';
export { problemCodes } from './verify/verify-report.ts';
