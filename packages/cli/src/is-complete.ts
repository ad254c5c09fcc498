import type { Preserved, PreservedPage } from '@embalm/archiver';

/** Whether there is nothing more to do for a post: it is captured, was erased on request, or cannot be captured yet. */
export function isComplete({ outcome }: Preserved): boolean {
  return ['captured', 'archived', 'forgotten', 'unsupported'].includes(outcome);
}

/** Whether there is nothing more to do for a web page itself. */
export function isPageComplete({ outcome }: PreservedPage): boolean {
  return ['captured', 'archived', 'forgotten'].includes(outcome);
}
