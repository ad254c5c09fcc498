import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { listDirectory } from './disk/list-directory.ts';
import { layout, postFolder, postOfFolder } from './layout.ts';

/** All posts that have a folder, in the order of the folders. Anything else among them is passed over. */
export async function* listPostFolders(root: string): AsyncGenerator<PostId, void, void> {
  for (const shelf of await listDirectory(join(root, layout.posts))) {
    if (!shelf.isDirectory()) continue;
    for (const folder of await listDirectory(join(root, layout.posts, shelf.name))) {
      const post = folder.isDirectory() ? postOfFolder(folder.name) : null;
      if (post !== null && postFolder(post) === `${layout.posts}/${shelf.name}/${folder.name}`) yield post;
    }
  }
}
