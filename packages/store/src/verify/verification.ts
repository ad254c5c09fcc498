import type { Problem, VerifyCounts, VerifyOptions, VerifyReport } from './verify-report.ts';

/** A verification under way: what its steps share. */
export interface Verification {
  readonly root: string;
  /** Note a problem. */
  readonly report: (problem: Problem) => void;
  /** Note what has been read. */
  readonly count: (more: Partial<VerifyCounts>) => void;
  /** @throws The signal's reason, if it has aborted. */
  readonly goOn: () => void;
  readonly finish: () => VerifyReport;
}

/** Begin a verification. */
export function beginVerification(root: string, { signal, onProgress, onProblem }: VerifyOptions): Verification {
  let problems = 0;
  let counts: VerifyCounts = { posts: 0, records: 0, blobs: 0, bytes: 0, checks: 0 };
  return {
    root,
    report(problem) {
      problems += 1;
      onProblem?.(problem);
    },
    count({ posts = 0, records = 0, blobs = 0, bytes = 0, checks = 0 }) {
      counts = {
        posts: counts.posts + posts,
        records: counts.records + records,
        blobs: counts.blobs + blobs,
        bytes: counts.bytes + bytes,
        checks: counts.checks + checks,
      };
      onProgress?.(counts);
    },
    goOn() {
      signal?.throwIfAborted();
    },
    finish: () => ({ ...counts, problems }),
  };
}

/** The problem of a file that has no business where it is. */
export function unexpectedFile(path: string): Problem {
  return { code: 'unexpected-file', path, message: 'it is no part of an archive', post: null };
}

/** An error as part of a problem's message. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
