import type { Entry } from 'yauzl';
import { isBomb } from '../is-bomb.ts';

/** What is wrong with a ZIP file. */
export interface EntryProblem {
  readonly entry: string;
  readonly reason: string;
}

type CheckedEntry = Pick<
  Entry,
  | 'fileName'
  | 'fileNameLength'
  | 'compressedSize'
  | 'uncompressedSize'
  | 'externalFileAttributes'
  | 'versionMadeBy'
  | 'relativeOffsetOfLocalHeader'
>;

const fileTypeMask = 0o170000;
const linkType = 0o120000;
/** Of a local header, without its name. */
const headerBytes = 30;

/** Look for entries that are links, that stand twice or within one another, or that unpack to far more than they are. */
export function checkEntries(entries: readonly CheckedEntry[], fileSize: number): EntryProblem | null {
  const names = new Set<string>();
  for (const entry of entries) {
    const reason = reasonAgainst(entry, names);
    if (reason !== null) return { entry: entry.fileName, reason };
    names.add(entry.fileName);
  }
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    if (entry.relativeOffsetOfLocalHeader < end)
      return { entry: entry.fileName, reason: 'it lies within another entry' };
    end = entry.relativeOffsetOfLocalHeader + headerBytes + entry.fileNameLength + entry.compressedSize;
    if (end > fileSize) return { entry: entry.fileName, reason: 'it ends behind the end of the file' };
  }
  return null;
}

function reasonAgainst(entry: CheckedEntry, names: ReadonlySet<string>): string | null {
  const { fileName, compressedSize, uncompressedSize, externalFileAttributes, versionMadeBy } = entry;
  const isUnix = versionMadeBy >> 8 === 3;
  if (isUnix && ((externalFileAttributes >>> 16) & fileTypeMask) === linkType) return 'it is a link';
  if (names.has(fileName)) return 'there are two of that name';
  if (isBomb(compressedSize, uncompressedSize)) {
    return `it unpacks to ${uncompressedSize} bytes from ${compressedSize}`;
  }
  return null;
}
