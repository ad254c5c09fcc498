import { join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { temporaryPattern } from '../disk/durable-files.ts';
import { listDirectory } from '../disk/list-directory.ts';
import { statIfPresent } from '../disk/stat-if-present.ts';
import { layout } from '../layout.ts';

/** No file is written for as long as this; the program that began an older one is gone. */
const abandonedAfterMs = 86_400_000;

/** Remove what programs left that died while they wrote. */
export async function cleanTemporaries(root: string, disk: Disk, now: Date): Promise<void> {
  const directory = join(root, layout.temporaries);
  for (const { name } of await listDirectory(directory)) {
    if (!temporaryPattern.test(name)) continue;
    const path = join(directory, name);
    const found = await statIfPresent(path);
    if (found === null || now.getTime() - found.mtimeMs < abandonedAfterMs) continue;
    // It may be gone already: another program cleans too.
    await disk.remove(path).catch(() => null);
  }
}
