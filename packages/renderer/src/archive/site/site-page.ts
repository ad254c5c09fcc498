import type { MediaProblem } from '../media-problem.ts';

/** What became of a page. */
export interface SitePage {
  /** Its path. */
  readonly page: string;
  /**
   * `same`: as it was, by its times or its digest, and not read further. `read`: read, and nothing to change. `left`: not
   * touched, for the `reason`.
   */
  readonly outcome: 'rewritten' | 'same' | 'read' | 'left';
  /** Why it was left: it is not UTF-8, or somebody else wrote it at the same time. */
  readonly reason: 'encoding' | 'changed' | null;
  /** How many posts came in. */
  readonly posts: number;
  readonly problems: readonly MediaProblem[];
}
