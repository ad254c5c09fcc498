import { ShapeError } from '@embalm/post';
import { isDamagedDatabase } from '../sqlite/sqlite-errors.ts';

/** Whether an error says that the index must be made anew: the file is damaged, or a row is not what it should be. */
export function isDamagedIndex(error: unknown): boolean {
  return error instanceof ShapeError || isDamagedDatabase(error);
}
