import { join } from 'node:path';
import { platforms, type PostId } from '@embalm/post';
import { listDirectory, listDirectoryNow } from './disk/list-directory.ts';
import { layout, postFolder, postOfFolder } from './layout.ts';

/**
 * All posts that have a folder, in the order of the folders. Anything else among them is passed over.
 *
 * @param onOther Called with each folder that is named as if it were of a post of another platform, relative to the archive.
 */
export async function* listPostFolders(
  root: string,
  onOther: (folder: string) => void = () => {},
): AsyncGenerator<PostId, void, void> {
  for (const shelf of await listDirectory(join(root, layout.posts))) {
    if (shelf.isDirectory()) yield* listShelf(root, shelf.name, onOther);
  }
}

/** Those of one shelf. */
export function* listShelf(
  root: string,
  shelf: string,
  onOther: (folder: string) => void = () => {},
): Generator<PostId, void, void> {
  for (const folder of listDirectoryNow(join(root, layout.posts, shelf))) {
    const post = folder.isDirectory() ? postOfFolder(folder.name) : null;
    const path = `${layout.posts}/${shelf}/${folder.name}`;
    if (post !== null && postFolder(post) === path) yield post;
    else if (folder.isDirectory() && isOfAnotherPlatform(folder.name)) onOther(path);
  }
}

function isOfAnotherPlatform(folder: string): boolean {
  const [platform] = /^[a-z][a-z0-9]*(?=-.)/.exec(folder) ?? [];
  return platform !== undefined && !platforms.some((known) => known === platform);
}
