import type { Dirent } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { markPattern } from '../catalog/pending-marks.ts';
import { isErrno } from '../disk/disk.ts';
import { temporaryPattern } from '../disk/durable-files.ts';
import { listDirectory } from '../disk/list-directory.ts';
import { layout } from '../layout.ts';
import { lockName } from '../ledger/ledger-lock.ts';
import { formatBytes, isBeside } from '../open/format-file.ts';
import { unexpectedFile, type Verification } from './verification.ts';

/** What SQLite keeps beside `index.sqlite`. */
const indexPattern = /^index\.sqlite-(?:wal|shm|journal)$/;

/** Check `embalm.json`, and that nothing else stands beside what an archive has. */
export async function verifyTop(verification: Verification): Promise<void> {
  await verifyFormat(verification);
  await expectNames(verification, '', (entry) => isAtTop(entry) || isBeside(entry.name));
  await expectNames(verification, layout.pending, (entry) => entry.isFile() && markPattern.test(entry.name));
  await expectNames(verification, layout.temporaries, (entry) => entry.isFile() && isTemporary(entry.name));
}

const folders = new Set<string>(Object.values(layout));

/** A folder may be a link to another disk. */
function isAtTop(entry: Dirent): boolean {
  const { name } = entry;
  if (name === layout.formatFile) return true;
  if (name === layout.index || indexPattern.test(name)) return entry.isFile();
  return folders.has(name) && !entry.isFile();
}

function isTemporary(name: string): boolean {
  return temporaryPattern.test(name) || name === lockName || name === `${lockName}-journal`;
}

async function verifyFormat({ root, report }: Verification): Promise<void> {
  const path = layout.formatFile;
  try {
    if ((await readFile(join(root, path))).equals(formatBytes)) return;
    report({ code: 'format-damaged', path, message: 'it is not as it was written', post: null });
  } catch (error) {
    if (!isErrno(error, 'ENOENT', 'EISDIR', 'EIO')) throw error;
    report({ code: 'format-damaged', path, message: 'it is gone or cannot be read', post: null });
  }
}

async function expectNames(
  { root, report }: Verification,
  directory: string,
  isExpected: (entry: Dirent) => boolean,
): Promise<void> {
  for (const entry of await listDirectory(join(root, directory))) {
    const { name } = entry;
    if (!isExpected(entry)) report(unexpectedFile(directory === '' ? name : `${directory}/${name}`));
  }
}
