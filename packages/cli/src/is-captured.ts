import type { Preserved } from '@embalm/archiver';

/** Whether the archive holds the post itself, and not only what an article or a notice says of it. */
export function isCaptured({ outcome }: Preserved): boolean {
  return outcome === 'captured' || outcome === 'archived';
}
