import type { PostId } from '@embalm/post';

/** What can be wrong with an archive. */
export const problemCodes = [
  'format-damaged',
  'unexpected-file',
  'blob-damaged',
  'blob-missing',
  'record-damaged',
  'record-missing',
  'chain-broken',
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
  /** The post it belongs to, or `null` if it belongs to none or to many. */
  readonly post: PostId | null;
}

/** How to verify. */
export interface VerifyOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called now and then. */
  readonly onProgress?: ((progress: VerifyCounts) => void) | undefined;
  /** Called for every problem, as it is found. */
  readonly onProblem?: ((problem: Problem) => void) | undefined;
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
}

/** What came of it. The archive is sound if there are no problems. */
export interface VerifyReport extends VerifyCounts {
  /** How many problems there are. */
  readonly problems: number;
}
