import { join } from 'node:path';
import { listDirectory } from '../disk/list-directory.ts';
import { layout } from '../layout.ts';

/** What an archive must keep; everything else can be made again. */
const keptFolders = [layout.blobs, layout.checkpoints, layout.checks, layout.posts] as const;

/** Every file an archive keeps, relative to it, in the order of {@link comparePaths}. */
export async function* listKept(root: string): AsyncGenerator<string, void, void> {
  for (const folder of keptFolders) yield* listFiles(root, folder);
}

/** Directory by directory, in each by name. */
export function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  for (const [index, step] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (step !== other) return step < other ? -1 : 1;
  }
  return left.length - right.length;
}

async function* listFiles(root: string, folder: string): AsyncGenerator<string, void, void> {
  for (const entry of await listDirectory(join(root, folder))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* listFiles(root, path);
    else yield path;
  }
}
