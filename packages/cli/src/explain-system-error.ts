import { UsageError } from './usage-error.ts';

/** The machine fails, and not embalm. */
class SystemError extends Error {
  override readonly name = 'SystemError';
}

/** What names are that no file system takes, whichever command met them. */
const badNames: ReadonlyMap<string, string> = new Map([
  ['ELOOP', 'is a link that leads in a circle'],
  ['ENAMETOOLONG', 'is too long a name'],
]);

/** What the system has for a disk that fails, or has gone, and for too many open files. */
const failures: ReadonlySet<string> = new Set(['EIO', 'EMFILE', 'ENFILE', 'ENODEV', 'ENXIO', 'ESTALE', 'ETIMEDOUT']);

/** What to tell a user of an error of the system that no command has foreseen; other errors stay as they are. */
export function explainSystemError(error: unknown): unknown {
  if (!(error instanceof Error) || !('syscall' in error && 'code' in error)) return error;
  const code = String(error.code);
  const path = 'path' in error && typeof error.path === 'string' ? error.path : 'What was named';
  const reason = badNames.get(code);
  if (reason !== undefined) return new UsageError(`${path} ${reason}. Choose another name.`, { cause: error });
  if (!failures.has(code)) return error;
  return new SystemError(
    `The system fails: ${error.message}. What was kept before is safe; see to it, and try again.`,
    {
      cause: error,
    },
  );
}
