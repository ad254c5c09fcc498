import type { Preserved } from '@embalm/archiver';

/** Whether there is nothing more to do for a post: it is captured, or of a platform that cannot be captured yet. */
export function isComplete({ outcome }: Preserved): boolean {
  return outcome === 'captured' || outcome === 'archived' || outcome === 'unsupported';
}
