import type { Dirent } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DamageError, NewerFormatError, NotAnArchiveError } from '../archive-errors.ts';
import { isErrno } from '../disk/disk.ts';
import { listDirectory } from '../disk/list-directory.ts';
import { statIfPresent } from '../disk/stat-if-present.ts';
import { layout } from '../layout.ts';
import { explainRootError } from './explain-root-error.ts';

/** The bytes of `embalm.json`. */
export const formatBytes: Uint8Array = Buffer.from('{"format":"embalm-archive","version":1}\n');

/** What may stand beside an archive without being part of it: a read-me, dot files, a file system's own folder. */
const besidePattern = /^(?:readme(?:\.[a-z]{1,10})?|\..*|lost\+found)$/i;

/** Whether a name at an archive's top is none of its own, and none of its business. */
export function isBeside(name: string): boolean {
  return besidePattern.test(name);
}

/** More than any `embalm.json` has. */
const mostBytes = 65_536;

/**
 * Find out whether there is an archive in a directory, or room for one.
 *
 * @throws {NotAnArchiveError} If there is something else.
 * @throws {NewerFormatError} If it was written by a newer program.
 * @throws {DamageError} If there is an archive, but for its `embalm.json`.
 */
export async function lookForArchive(root: string): Promise<'archive' | 'room'> {
  const isFolder = await leadsToFolder(root).catch((error: unknown) => {
    throw explainRootError(root, error);
  });
  if (isFolder === null) return 'room';
  if (!isFolder) throw new NotAnArchiveError(root, 'it is a file');
  // Listed before it is looked for: another program may be making the archive, and makes this file first.
  const entries = await listDirectory(root);
  const path = join(root, layout.formatFile);
  const found = await statIfPresent(path);
  if (found !== null) {
    requireFormat(root, found.isFile() && found.size <= mostBytes ? await readFile(path, 'utf8') : '', entries);
    return 'archive';
  }
  if (isLikeArchive(entries)) throw new DamageError(layout.formatFile, `it is gone from ${root}; ${remedy}`);
  // `tmp` is what a program leaves that died while it made an archive.
  const other = entries.find(({ name }) => name !== layout.temporaries && !isBeside(name));
  if (other === undefined) return 'room';
  throw new NotAnArchiveError(root, `it has no ${layout.formatFile}, but other files such as ${other.name}`);
}

/** @returns `null` if nothing is there. */
async function leadsToFolder(root: string): Promise<boolean | null> {
  const found = await statIfPresent(root);
  if (found === null || !found.isSymbolicLink()) return found?.isDirectory() ?? null;
  return (await stat(root).catch(requireTarget)).isDirectory();

  function requireTarget(error: unknown): never {
    throw isErrno(error, 'ENOENT') ? new NotAnArchiveError(root, 'it is a link that leads nowhere') : error;
  }
}

/** What else would have these? Its file of the format alone is lost. */
function isLikeArchive(entries: readonly Dirent[]): boolean {
  const names = new Set(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name));
  return names.has(layout.posts) && names.has(layout.blobs) && names.has(layout.checks);
}

const remedy = `it is the line ${Buffer.from(formatBytes).toString('utf8').trim()}, the same in all archives, and \`embalm repair\` writes it anew`;

function requireFormat(root: string, text: string, entries: readonly Dirent[]): void {
  const version = versionIn(text);
  if (version === null && isLikeArchive(entries)) {
    throw new DamageError(layout.formatFile, `that of ${root} is not as it was written; ${remedy}`);
  }
  if (version === null) throw new NotAnArchiveError(root, `its ${layout.formatFile} is damaged or another program's`);
  if (version > 1) throw new NewerFormatError(root, version);
}

function versionIn(text: string): number | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  if (!('format' in value) || value.format !== 'embalm-archive' || !('version' in value)) return null;
  const { version } = value;
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 ? version : null;
}
