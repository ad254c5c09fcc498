/** What the file system says, in a user's words. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'there is no permission to write there',
  EDQUOT: 'no room is left on the disk',
  EEXIST: 'there is a file where a folder is needed',
  EISDIR: 'there is a folder of that name',
  ENOSPC: 'no room is left on the disk',
  ENOTDIR: 'there is a file where a folder is needed',
  ENOTEMPTY: 'there is a folder of that name',
  EPERM: 'there is no permission to write there',
  EROFS: 'the disk is read-only',
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

/** Turn an error of the file system into one that says what to do; any other stays as it is. */
export function explainWriteError(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = reasons[code];
  return reason === undefined ? error : new UnwritableFileError(path, reason, { cause: error });
}
