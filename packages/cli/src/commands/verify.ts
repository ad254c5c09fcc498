import { openArchive } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions } from '../options.ts';

interface VerifyOptions extends ArchiveOptions, OutputOptions {}

/** `embalm verify`: read every byte; name everything that is not as it was committed. */
export async function verify(options: VerifyOptions, io: Io): Promise<ExitCode> {
  await using archive = await openArchive(options.archive, { readOnly: true });
  const asText = io.out.isTerminal && options.json !== true;
  const report = await archive.verify({
    signal: io.signal,
    onProblem: (problem) => io.out.line(asText ? `${problem.path}: ${problem.message}` : JSON.stringify(problem)),
  });
  if (options.quiet !== true) {
    const { posts, records, blobs, bytes, problems } = report;
    if (asText) {
      io.out.line(
        `${posts} posts, ${records} records, ${blobs} blobs, ${bytes} bytes read: ${problems || 'no'} problems`,
      );
    } else {
      io.out.line(JSON.stringify({ type: 'summary', ...report }));
    }
  }
  return report.problems === 0 ? exitCodes.done : exitCodes.damaged;
}
