import { isGlob } from './expand-inputs.ts';
import { InputError } from './input-error.ts';

/** What to tell a user of an error of the file system; other errors stay as they are. */
export function explainReadError(name: string, error: unknown): unknown {
  if (error instanceof InputError || !(error instanceof Error) || !('code' in error)) return error;
  if (error.name === 'AbortError') return error;
  if (name === '') {
    return new InputError('missing', name, 'an empty name. Name a file, or - for standard input.', { cause: error });
  }
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new InputError(
        'missing',
        name,
        isGlob(name)
          ? 'no file matches this pattern. Check it, and the folder it counts from.'
          : 'no such file. Check the name, and the folder it counts from.',
        { cause: error },
      );
    case 'EISDIR':
      return new InputError('folder', name, 'a folder, not a file. Name a file in it.', { cause: error });
    case 'EACCES':
    case 'EPERM':
      return new InputError('unreadable', name, 'no permission to read it. Check its owner and mode.', {
        cause: error,
      });
    default:
      return new InputError('unreadable', name, `it cannot be read: ${error.message}.`, { cause: error });
  }
}
