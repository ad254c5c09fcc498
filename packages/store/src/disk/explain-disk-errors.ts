import { ArchiveReadOnlyError, DiskFullError, UnsuitableDiskError } from '../archive-errors.ts';
import { type Disk, type DiskFile, isErrno } from './disk.ts';

/** A disk whose errors say what to do: full, read-only, unsuitable. Other errors pass as they are. */
export function explainDiskErrors(disk: Disk): Disk {
  return {
    create: (path, mode) => explained(path, async () => explainFile(path, await disk.create(path, mode))),
    openToAppend: (path) => explained(path, async () => explainFile(path, await disk.openToAppend(path))),
    link: (existing, path) =>
      explained(path, async () => {
        try {
          await disk.link(existing, path);
        } catch (error) {
          // A directory that may be written to but not linked in: the temporary file could be made beside it.
          const lacksLinks = isErrno(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK');
          throw lacksLinks ? new UnsuitableDiskError(path, { cause: error }) : error;
        }
      }),
    rename: (from, to) => explained(to, () => disk.rename(from, to)),
    remove: (path) => explained(path, () => disk.remove(path)),
    makeDirectory: (path) => explained(path, () => disk.makeDirectory(path)),
    syncDirectory: (path) => explained(path, () => disk.syncDirectory(path)),
  };
}

function explainFile(path: string, file: DiskFile): DiskFile {
  return {
    write: (bytes, position) => explained(path, () => file.write(bytes, position)),
    truncate: (bytes) => explained(path, () => file.truncate(bytes)),
    sync: () => explained(path, () => file.sync()),
    close: () => explained(path, () => file.close()),
  };
}

async function explained<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw explainDiskError(path, error);
  }
}

/** The error that says what to do about an error of the system, or the error itself. */
export function explainDiskError(path: string, error: unknown): unknown {
  const options = { cause: error };
  if (isErrno(error, 'ENOSPC', 'EDQUOT')) return new DiskFullError(path, options);
  if (isErrno(error, 'EROFS')) return new ArchiveReadOnlyError(path, 'the disk is mounted read-only', options);
  if (isErrno(error, 'EACCES', 'EPERM')) return new ArchiveReadOnlyError(path, 'no permission to write', options);
  return error;
}
