import { isErrno } from '../../disk/disk.ts';

const reasons: readonly (readonly [string, string])[] = [
  ['EISDIR', 'there is a folder of that name'],
  ['ENOTEMPTY', 'there is a folder of that name'],
  ['EEXIST', 'something else is where a folder should be'],
  ['EXDEV', 'it is a disk of its own, and what is not whole yet is kept beside it: name a folder on that disk'],
  ['ENOTDIR', 'something else is where a folder should be'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['EACCES', 'no permission to write'],
  ['EPERM', 'no permission to write'],
];

/** A file or a folder cannot be where it was asked for. Name another place. */
export class UnwritableTargetError extends Error {
  override readonly name = 'UnwritableTargetError';
  readonly path: string;

  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(`Cannot write ${path}: ${reason}. Name another place; nothing was left behind.`, options);
    this.path = path;
  }
}

/** The error that says what to do about an error of the system with a target, or the error itself. */
export function explainTargetError(path: string, error: unknown): unknown {
  const reason = reasons.find(([code]) => isErrno(error, code))?.[1];
  return reason === undefined ? error : new UnwritableTargetError(path, reason, { cause: error });
}
