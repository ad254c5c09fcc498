import { join } from 'node:path';
import { listDirectory } from '../disk/list-directory.ts';
import { layout } from '../layout.ts';
import { placeOfTimestamp, type TimestampPlace } from './timestamp-file.ts';

/** The tokens of an archive's checkpoints, in the order of their names. */
export async function listTimestamps(root: string): Promise<readonly TimestampPlace[]> {
  const entries = await listDirectory(join(root, layout.checkpoints));
  return entries
    .map((entry) => (entry.isFile() ? placeOfTimestamp(entry.name) : null))
    .filter((place) => place !== null);
}
