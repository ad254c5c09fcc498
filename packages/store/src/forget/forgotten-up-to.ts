import type { PostId } from '@embalm/post';
import { DamageError } from '../archive-errors.ts';
import { readForgotten } from './forgotten.ts';

/** The number of the last record of a post that was erased; 0 if none was, or if nobody can tell. */
export function forgottenUpTo(root: string, post: PostId): number {
  try {
    return readForgotten(root, post)?.n ?? 0;
  } catch (error) {
    if (error instanceof DamageError) return 0;
    throw error;
  }
}
