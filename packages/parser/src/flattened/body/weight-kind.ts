import { type Boundary, boundaryKinds } from './boundary.ts';
import type { Stretch } from './stretch.ts';

/**
 * The kinds of boundaries whose clues weigh differently. Lines are two: where a flattener sets the signature apart, a blank
 * line may stand between two paragraphs of the article or of the post, and elsewhere hardly ever.
 */
export const weightKinds = ['line', 'line apart', 'sentence', 'word', 'glued'] as const;

/** The place in {@link weightKinds} of a boundary's. */
export function weightKindOf({ kind }: Boundary, { signatureBreaks }: Stretch): number {
  if (kind === 'line') return signatureBreaks > 1 ? 1 : 0;
  return boundaryKinds.indexOf(kind) + 1;
}
