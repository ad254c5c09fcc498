import type { FoundColumns } from './found-columns.ts';
import type { Work } from './work.ts';

/** What was found in a piece of an input. Plain data: it may come from another thread. */
export interface Findings {
  readonly found: FoundColumns;
  /** How many UTF-16 units of one long text this was. */
  readonly units: number;
  /** How many line breaks it has, if they were to be counted. */
  readonly lines: number;
  /** How many records. */
  readonly records: number;
  /** How many U+FFFD decoding has put in for what was not valid. */
  readonly replacements: number;
  readonly problems: readonly RecordProblem[];
  /** What is left of the piece, if much was found in it: more at a time would be much to hold. */
  readonly rest: Work | null;
}

/** Why a record was skipped. */
export interface RecordProblem {
  readonly record: number | null;
  readonly message: string;
}
