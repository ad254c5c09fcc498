import { glob, lstat, readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { formatByExtension } from './article-format.ts';

/**
 * Turn what stands on a command line into names of articles, one after the other, without repeats: a folder into the
 * `.txt`, `.md`, `.html` and `.htm` files in it, at any depth but for hidden folders and `node_modules`; a glob into the
 * files it matches; both in the order of their names. All else stays as it is, also what leads nowhere: reading it says
 * what is wrong.
 *
 * @param names Paths, globs, and `-` for standard input.
 */
export async function* expandInputs(names: readonly string[]): AsyncGenerator<string> {
  const seen = new Set<string>();
  for (const name of names) {
    for await (const path of expandInput(name)) {
      if (seen.has(path)) continue;
      seen.add(path);
      yield path;
    }
  }
}

async function* expandInput(name: string): AsyncGenerator<string> {
  let found = false;
  for await (const path of findArticles(name)) {
    found = true;
    yield path;
  }
  if (!found) yield name;
}

async function* findArticles(name: string): AsyncGenerator<string> {
  if (name === '-' || /^https?:\/\//i.test(name)) return;
  const kind = await kindOf(name);
  if (kind === 'folder') yield* walk(name);
  if (kind !== 'nothing' || !/[*?[{]/.test(name)) return;
  const paths: string[] = [];
  for await (const path of glob(name)) paths.push(path);
  for (const path of paths.toSorted()) {
    if ((await kindOf(path)) === 'file') yield path;
  }
}

async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder).catch(() => null);
  if (entries === null) yield folder;
  for (const entry of entries?.toSorted() ?? []) {
    const path = join(folder, entry);
    if (formatByExtension.has(extname(entry).toLowerCase()) && (await kindOf(path)) === 'file') yield path;
    else if (!entry.startsWith('.') && entry !== 'node_modules' && (await isFolder(path))) yield* walk(path);
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'nothing'> {
  const found = await stat(path).catch(() => null);
  if (found === null) return 'nothing';
  return found.isDirectory() ? 'folder' : 'file';
}

/** Links to folders are not followed: they may lead back. */
async function isFolder(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  return found?.isDirectory() ?? false;
}
