import { openArchive, type Slice, type VerifyReport } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions } from '../options/shared-options.ts';
import { counted } from '../print/counted.ts';
import { describeBytes } from '../print/describe-bytes.ts';
import { tellProgress } from '../print/tell-progress.ts';
import { timestampLine } from '../print/timestamp-line.ts';
import { readTrust, type TrustOptions } from '../options/read-trust.ts';

interface VerifyOptions extends ArchiveOptions, OutputOptions, TrustOptions {
  readonly sample?: Slice;
  readonly since?: Date;
  /** In milliseconds. */
  readonly maxDuration?: number;
}

/** `embalm verify`: read every byte, or a part; name everything that is not as it was committed. */
export async function verify(options: VerifyOptions, io: Io): Promise<ExitCode> {
  const trust = await readTrust(options);
  await using archive = await openArchive(options.archive, { readOnly: true });
  const tell = tellProgress(options, io.err);
  const asText = io.out.isTerminal && options.json !== true;
  const report = await archive.verify({
    ...trust,
    signal: io.signal,
    // Looks that are cut short begin anywhere, so that many of them come everywhere.
    slice: options.sample ?? { from: options.maxDuration === undefined ? 0 : Math.random(), share: 1 },
    since: options.since,
    maxDurationMs: options.maxDuration,
    onTimestamp(timestamp) {
      if (options.quiet === true) return;
      io.out.line(asText ? timestampLine(timestamp) : JSON.stringify({ type: 'timestamp', ...timestamp }));
    },
    onProblem: (problem) =>
      io.out.line(asText ? `${problem.path}: ${problem.message}` : JSON.stringify({ type: 'problem', ...problem })),
    onProgress: (soFar) => tell(() => describeProgress(soFar)),
  });
  if (options.quiet !== true) {
    const { posts, records, blobs, bytes, problems, covered } = report;
    if (asText) {
      const part = covered === 1 ? '' : ` (${(covered * 100).toFixed(1)} % of the archive)`;
      io.out.line(
        `${counted(posts, 'post')}, ${counted(records, 'record')}, ${counted(blobs, 'blob')}, ${counted(bytes, 'byte')} read${part}: ${countedProblems(problems)}`,
      );
    } else {
      io.out.line(JSON.stringify({ type: 'summary', ...report }));
    }
  }
  return report.problems === 0 ? exitCodes.done : exitCodes.damaged;
}

function describeProgress({ covered, posts, bytes, problems }: VerifyReport): string {
  return `${Math.floor(covered * 100)} %: ${counted(posts, 'post')}, ${describeBytes(bytes)} of blobs, ${countedProblems(problems)}`;
}

function countedProblems(problems: number): string {
  return problems === 0 ? 'no problems' : counted(problems, 'problem');
}
