import { openArchive } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions } from '../options/shared-options.ts';
import { counted } from '../print/counted.ts';

interface RepairOptions extends ArchiveOptions, OutputOptions {
  readonly from: string;
}

/** `embalm repair`: put back from a copy what is damaged or gone; name what is put back, what the copy has otherwise, and what is still wrong. */
export async function repair(options: RepairOptions, io: Io): Promise<ExitCode> {
  await using archive = await openArchive(options.archive, { create: false, withoutFormat: true });
  const asText = io.out.isTerminal && options.json !== true;
  const line = (text: string, object: object): void => io.out.line(asText ? text : JSON.stringify(object));
  const report = await archive.repair({
    from: options.from,
    signal: io.signal,
    onRepaired: (path) => line(`${path}: put back`, { type: 'repaired', path }),
    onRefused: (refusal) => line(`${refusal.path}: ${refusal.message}`, { type: 'refused', ...refusal }),
    onProblem: (problem) => line(`${problem.path}: ${problem.message}`, { type: 'problem', ...problem }),
  });
  const { repaired, problems } = report;
  if (options.quiet !== true) {
    const left = problems === 0 ? 'no problems' : counted(problems, 'problem');
    line(`${counted(repaired, 'file')} put back: ${left} left`, { type: 'summary', ...report });
  }
  return problems === 0 ? exitCodes.done : exitCodes.damaged;
}
