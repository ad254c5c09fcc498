import { NotAnArchiveError } from '../archive-errors.ts';
import { isErrno } from '../disk/disk.ts';

const reasons: readonly (readonly [code: string, reason: string])[] = [
  ['EACCES', 'there is no permission to look there'],
  ['ELOOP', 'it is a link that leads in a circle'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ENOENT', 'no folder can be made there'],
  ['ENOTDIR', 'a file stands where a folder above it should be'],
];

/** What is wrong with the name of an archive, by what the system says of it; other errors stay as they are. */
export function explainRootError(root: string, error: unknown): unknown {
  const reason = reasons.find(([code]) => isErrno(error, code))?.[1];
  return reason === undefined ? error : new NotAnArchiveError(root, reason, { cause: error });
}
