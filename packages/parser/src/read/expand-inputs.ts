import { glob, lstat, readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { formatByExtension } from './article-format.ts';

/**
 * Turn what stands on a command line into names of articles, one after the other, without repeats: a folder into the
 * files in it that have the extension of an article (`formatByExtension`), at any depth but for hidden folders and `node_modules`; a glob into the
 * files it matches; both in the order of their names. All else stays as it is, also what leads nowhere: reading it says
 * what is wrong.
 *
 * @param names Paths, globs, and `-` for standard input.
 * @param isWanted Which files of a folder to take, by their names; default those of articles.
 */
export async function* expandInputs(
  names: readonly string[],
  isWanted: (name: string) => boolean = isArticle,
): AsyncGenerator<string> {
  const seen = new Set<string>();
  for (const name of names) {
    for await (const path of expandInput(name, isWanted)) {
      if (seen.has(path)) continue;
      seen.add(path);
      yield path;
    }
  }
}

async function* expandInput(name: string, isWanted: (name: string) => boolean): AsyncGenerator<string> {
  let found = false;
  for await (const path of findFiles(name, isWanted)) {
    found = true;
    yield path;
  }
  if (!found) yield name;
}

async function* findFiles(name: string, isWanted: (name: string) => boolean): AsyncGenerator<string> {
  if (name === '-' || /^https?:\/\//i.test(name)) return;
  const kind = await kindOf(name);
  if (kind === 'folder') yield* walk(name, isWanted);
  if (kind !== 'nothing' || !isGlob(name)) return;
  const paths: string[] = [];
  for await (const path of glob(name)) paths.push(path);
  for (const path of paths.toSorted()) {
    if ((await kindOf(path)) === 'file') yield path;
  }
}

async function* walk(folder: string, isWanted: (name: string) => boolean): AsyncGenerator<string> {
  const entries = await readdir(folder).catch(() => null);
  if (entries === null) yield folder;
  for (const entry of entries?.toSorted() ?? []) {
    const path = join(folder, entry);
    if (isWanted(entry) && (await kindOf(path)) === 'file') yield path;
    else if (!entry.startsWith('.') && entry !== 'node_modules' && (await isFolder(path))) yield* walk(path, isWanted);
  }
}

/** Whether a name is a pattern of names, unless there is a file of that name. */
export function isGlob(name: string): boolean {
  return /[*?[{]/.test(name);
}

/** Pipes and devices are read only if they are named: to look into those of a folder could take forever. */
async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | 'nothing'> {
  const found = await stat(path).catch(() => null);
  if (found === null) return 'nothing';
  if (found.isDirectory()) return 'folder';
  return found.isFile() ? 'file' : 'other';
}

/** Links to folders are not followed: they may lead back. */
async function isFolder(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  return found?.isDirectory() ?? false;
}

function isArticle(name: string): boolean {
  return formatByExtension.has(extname(name).toLowerCase());
}
