import type { Timing } from '../time-runs.ts';

/** One row of the table: what `embalm find` took, and what something else took for the same. */
export interface SpeedRow {
  readonly input: string;
  /** How long the input is, unpacked; `null` where that says nothing. */
  readonly bytes: number | null;
  readonly ours: Timing;
  readonly compared: string;
  readonly theirs: Timing;
}
