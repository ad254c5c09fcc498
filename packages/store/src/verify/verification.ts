import { parseCheckpoint } from '../checkpoint/checkpoint.ts';
import { sha256Of } from '../layout.ts';
import type { StoredTimestamp } from '../timestamp/stamp-checkpoint.ts';
import { type Slice, wholeCircle } from './slice.ts';
import type { Problem, ProblemCode, VerifyCounts, VerifyOptions, VerifyReport } from './verify-report.ts';

/** A verification under way: what its steps share. */
export interface Verification {
  readonly root: string;
  readonly slice: Slice;
  /** Only what was written since: ms since 1970; `null` for all. */
  readonly since: number | null;
  /** The public key that checkpoints must be signed with, or `null`. */
  readonly signer: string | null;
  /** Which checkpoint the archive must have, or `null`. */
  readonly checkpoint: { readonly n: number; readonly sha256: string } | null;
  /** Whom certificates of time stamps must lead to, in DER; empty for anybody. */
  readonly authorities: readonly Uint8Array[];
  /** Note a problem. */
  readonly report: (problem: Problem) => void;
  /** Note a time stamp that holds. */
  readonly onTimestamp: (timestamp: StoredTimestamp) => void;
  /** Note what has been read. */
  readonly count: (more: Partial<VerifyCounts>) => void;
  /** @throws The signal's reason, if it has aborted. */
  readonly goOn: () => void;
  /** Whether to leave the rest for another time. */
  readonly isTimeUp: () => boolean;
  /** Tell whoever waits. @param part How much of the slice has been gone through, from 0 to 1. */
  readonly tell: (part: number) => void;
  /** @param part As above. */
  readonly finish: (part: number) => VerifyReport;
}

/** Problems that many tell of: the first is enough. */
const toldOnce: ReadonlySet<ProblemCode> = new Set(['blob-damaged', 'blob-missing', 'record-missing']);

/** Begin a verification. */
export function beginVerification(root: string, options: VerifyOptions): Verification {
  const {
    signal,
    onProgress,
    onProblem,
    slice = wholeCircle,
    since,
    maxDurationMs = Number.POSITIVE_INFINITY,
  } = options;
  const { signer = null, checkpoint, authorities = [], onTimestamp = () => {} } = options;
  const end = performance.now() + maxDurationMs;
  const told = new Set<string>();
  let problems = 0;
  let counts: VerifyCounts = { posts: 0, records: 0, blobs: 0, bytes: 0, checks: 0, checkpoints: 0 };
  return {
    root,
    slice,
    since: since?.getTime() ?? null,
    signer,
    checkpoint: checkpoint === undefined ? null : identify(checkpoint),
    authorities,
    onTimestamp,
    report(problem) {
      // All pages may name one blob, whose bytes tell, too; index and checkpoints miss the same record.
      if (toldOnce.has(problem.code)) {
        if (told.has(problem.path)) return;
        told.add(problem.path);
      }
      problems += 1;
      onProblem?.(problem);
    },
    count({ posts = 0, records = 0, blobs = 0, bytes = 0, checks = 0, checkpoints = 0 }) {
      counts = {
        posts: counts.posts + posts,
        records: counts.records + records,
        blobs: counts.blobs + blobs,
        bytes: counts.bytes + bytes,
        checks: counts.checks + checks,
        checkpoints: counts.checkpoints + checkpoints,
      };
    },
    goOn() {
      signal?.throwIfAborted();
    },
    isTimeUp: () => performance.now() >= end,
    tell: (part) => onProgress?.(finish(part)),
    finish,
  };

  function finish(part: number): VerifyReport {
    return { ...counts, problems, covered: slice.share * part };
  }
}

/** @throws {ShapeError} If that is no checkpoint. */
function identify(bytes: Uint8Array): { readonly n: number; readonly sha256: string } {
  const { n } = parseCheckpoint(JSON.parse(Buffer.from(bytes).toString('utf8')));
  return { n, sha256: sha256Of(bytes) };
}

/** The problem of a file that has no business where it is. */
export function unexpectedFile(path: string): Problem {
  const message = 'it is no part of an archive: move it elsewhere, or remove it';
  return { code: 'unexpected-file', path, message, post: null };
}

/** An error as part of a problem's message. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
