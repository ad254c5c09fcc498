import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Make a folder, and those above it, unless they are there. Node's own way to do that tries without end where nothing can be
 * made in a folder that is there, as in `/proc`.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch {
    if (await isFolder(path)) return;
    const above = dirname(path);
    if (!(await isThere(above))) await makeFolder(above);
    // Once more: it may have been made meanwhile, as may what is above it.
    await mkdir(path).catch(async (error: unknown) => {
      if (!(await isFolder(path))) throw error;
    });
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
