export type { BlobRef, Exchange, ExchangeRequest, ExchangeResponse, HeadSource } from './exchange.ts';
export type {
  Claim,
  Mismatch,
  ObservationNote,
  SnapshotDraft,
  SnapshotRecord,
  Software,
  StoredFile,
} from './snapshot-record.ts';
