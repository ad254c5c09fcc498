import type { PostId } from '@embalm/post';
import type { StoredTimestamp } from '../timestamp/stamp-checkpoint.ts';
import type { Slice } from './slice.ts';

/** What can be wrong with an archive. */
export const problemCodes = [
  'format-damaged',
  'unexpected-file',
  'blob-damaged',
  'blob-missing',
  'record-damaged',
  'record-missing',
  'chain-broken',
  'history-changed',
  'checkpoint-damaged',
  'checkpoint-missing',
  'timestamp-damaged',
  'timestamp-untrusted',
  'forget-unfinished',
  'forget-unexplained',
  'ledger-damaged',
  'ledger-unfinished',
  'index-damaged',
  'index-differs',
] as const;

/** One of {@link problemCodes}. */
export type ProblemCode = (typeof problemCodes)[number];

/** One thing that is wrong. */
export interface Problem {
  readonly code: ProblemCode;
  /** The file that is damaged or missing, relative to the archive. */
  readonly path: string;
  /** What is wrong with it, for people. */
  readonly message: string;
  /** The post it belongs to, or `null` if it belongs to none. Of a blob that several posts need, the first that was met. */
  readonly post: PostId | null;
}

/** How to verify. */
export interface VerifyOptions {
  readonly signal?: AbortSignal | undefined;
  /** The public key that checkpoints must be signed with: SPKI in DER, as base64; default any. */
  readonly signer?: string | undefined;
  /** A checkpoint that was kept elsewhere, as bytes: the archive must still have it. */
  readonly checkpoint?: Uint8Array | undefined;
  /** Authorities that the certificates of time stamps must lead to: certificates in DER; default any. */
  readonly authorities?: readonly Uint8Array[] | undefined;
  /** Which part of the blobs and posts to read; default all. The ledger is always read whole. */
  readonly slice?: Slice | undefined;
  /** Of that part, read only files written since, by the disk's times; default all. Such a look finds no decay. */
  readonly since?: Date | undefined;
  /** Stop after this long, between two files; default never. How far it came is in the report. */
  readonly maxDurationMs?: number | undefined;
  /** Called with what has come of it so far, shelf by shelf: 256 times, if all is read. */
  readonly onProgress?: ((soFar: VerifyReport) => void) | undefined;
  /** Called for every problem, as it is found. */
  readonly onProblem?: ((problem: Problem) => void) | undefined;
  /** Called for every time stamp that holds. */
  readonly onTimestamp?: ((timestamp: StoredTimestamp) => void) | undefined;
}

/** How much has been read and found sound. */
export interface VerifyCounts {
  readonly posts: number;
  readonly records: number;
  readonly blobs: number;
  /** Of blobs. */
  readonly bytes: number;
  /** Lines of the ledger. */
  readonly checks: number;
  readonly checkpoints: number;
}

/** What came of it. The archive is sound if there are no problems, as far as it was covered. */
export interface VerifyReport extends VerifyCounts {
  /** How many problems there are. */
  readonly problems: number;
  /** How much of the archive was gone through, from 0 to 1: less than asked for if time was up. */
  readonly covered: number;
}
