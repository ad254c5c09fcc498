/** What the file system says, in a user's words. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'there is no permission to write there',
  EDQUOT: 'no room is left on the disk',
  ENOENT: 'no folder can be made there',
  ENOSPC: 'no room is left on the disk',
  EPERM: 'there is no permission to write there',
  EROFS: 'the disk is read-only',
};

/** What is in the way, likewise. */
const obstacles: Readonly<Record<string, string>> = {
  EEXIST: 'there is a file where a folder is needed',
  EISDIR: 'there is a folder of that name',
  ELOOP: 'it lies behind a link that leads in a circle',
  ENAMETOOLONG: 'its name is too long',
  ENOTDIR: 'there is a file where a folder is needed',
  ENOTEMPTY: 'there is a folder of that name',
};

/** A page or a file of it cannot be written. What was there before is unchanged. Another place is the remedy. */
export class UnwritableFileError extends Error {
  override readonly name = 'UnwritableFileError';
  readonly path: string;

  constructor(path: string, reason: string, options: ErrorOptions) {
    super(`${path} cannot be written: ${reason}. Choose another place for it; nothing was replaced.`, options);
    this.path = path;
  }
}

/** Something else is where a page or a file of it was to be. It is unchanged. Another name is the remedy. */
export class OccupiedPlaceError extends Error {
  override readonly name = 'OccupiedPlaceError';
  readonly path: string;

  constructor(path: string, obstacle: string, options: ErrorOptions) {
    super(`${path} cannot be written: ${obstacle}. Choose another name for it; nothing was replaced.`, options);
    this.path = path;
  }
}

/** Turn an error of the file system into one that says what to do; any other stays as it is. */
export function explainWriteError(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const [reason, obstacle] = [reasons[code], obstacles[code]];
  if (obstacle !== undefined) return new OccupiedPlaceError(path, obstacle, { cause: error });
  return reason === undefined ? error : new UnwritableFileError(path, reason, { cause: error });
}
