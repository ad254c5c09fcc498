import type { InputProblem } from './find-batches.ts';
import type { Findings } from './findings.ts';
import type { FoundColumns } from './found-columns.ts';
import type { InputEvent } from './read-inputs.ts';

/** What was found in a piece of an input, and where the piece stands in it. */
export interface FoundBatch {
  readonly source: string;
  readonly found: FoundColumns;
  /** What stands before the piece: units and lines, 1 included, of one long text, and records that the piece has not counted. */
  readonly units: number;
  readonly lines: number;
  readonly records: number;
}

/** The name of an input, or of a record of it. @param before How many records it has that are not counted in `record`. */
export function sourceOf(source: string, record: number | null, before = 0): string {
  return record === null ? source : `${source}#${record + before}`;
}

/** Count records and units through the pieces of each input, and tell what is wrong. */
export function openTally(
  onProblem: (problem: InputProblem) => void,
): (event: InputEvent, findings: Findings | null) => FoundBatch | null {
  let units = 0;
  let lines = 1;
  let records = 0;
  let replacements = 0;
  return (event, findings) => {
    const { source } = event;
    if (event.kind === 'problem') {
      onProblem({ source: sourceOf(source, event.record), message: event.message, fatal: false });
    }
    if (event.kind === 'failure') onProblem({ source, message: event.message, fatal: true });
    if (event.kind === 'end') {
      if (replacements > 0) {
        const message = `not valid in its encoding; ${replacements} places were replaced by U+FFFD.`;
        onProblem({ source, message, fatal: false });
      }
      units = records = replacements = 0;
      lines = 1;
    }
    if (findings === null || event.kind !== 'work') return null;
    const counted = event.work.kind === 'lines' ? records : 0;
    for (const { record, message } of findings.problems) {
      onProblem({ source: sourceOf(source, record, counted), message, fatal: false });
    }
    const batch = { source, found: findings.found, units, lines, records: counted };
    units += findings.units;
    lines += findings.lines;
    records += findings.records;
    replacements += findings.replacements;
    return batch.found.count === 0 ? null : batch;
  };
}
