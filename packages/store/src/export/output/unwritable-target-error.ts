import { isErrno } from '../../disk/disk.ts';

const reasons: readonly (readonly [code: string, reason: string])[] = [
  ['EACCES', 'no permission to write'],
  ['EPERM', 'no permission to write'],
];

/** What is wrong with the name itself, likewise. */
const faults: readonly (readonly [code: string, reason: string])[] = [
  ['EISDIR', 'there is a folder of that name'],
  ['ENOTEMPTY', 'there is a folder of that name'],
  ['EEXIST', 'something else is where a folder should be'],
  ['EXDEV', 'it is a disk of its own, and what is not whole yet is kept beside it: name a folder on that disk'],
  ['ENOTDIR', 'something else is where a folder should be'],
  ['ENAMETOOLONG', 'the name is too long'],
];

/** A file or a folder cannot be where it was asked for. Name another place. */
export class UnwritableTargetError extends Error {
  override readonly name: string = 'UnwritableTargetError';
  readonly path: string;

  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(`Cannot write ${path}: ${reason}. Name another place; nothing was left behind.`, options);
    this.path = path;
  }
}

/** Nobody could write there: something else has the name, or it is none. */
export class UnusableTargetError extends UnwritableTargetError {
  override readonly name = 'UnusableTargetError';
}

/** The error that says what to do about an error of the system with a target, or the error itself. */
export function explainTargetError(path: string, error: unknown): unknown {
  const reason = reasons.find(([code]) => isErrno(error, code))?.[1];
  if (reason !== undefined) return new UnwritableTargetError(path, reason, { cause: error });
  const fault = faults.find(([code]) => isErrno(error, code))?.[1];
  return fault === undefined ? error : new UnusableTargetError(path, fault, { cause: error });
}
