import type { MediaProblem } from '@embalm/renderer/archive';
import { printable } from './printable.ts';

/** One line for a file that a page cannot show. */
export function describeMediaProblem({ post, url, message }: MediaProblem): string {
  return `embalm: ${post}: ${printable(url)} is shown as a placeholder: ${printable(message)}`;
}
