import { expect, test } from 'vitest';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { explainSystemError } from './explain-system-error.ts';

function systemError(code: string, path?: string): Error {
  return Object.assign(new Error(`${code}: it says why, open`), { code, syscall: 'open', ...(path && { path }) });
}

test.each([
  ['ELOOP', exitCodes.usage, 'out is a link that leads in a circle. Choose another name.'],
  ['ENAMETOOLONG', exitCodes.usage, 'out is too long a name. Choose another name.'],
  [
    'EIO',
    exitCodes.environment,
    'The system fails: EIO: it says why, open. What was kept before is safe; see to it, and try again.',
  ],
])('%s ends with %i, and says what to do', (code, exitCode, message) => {
  const error = explainSystemError(systemError(code, 'out'));
  expect(error).toMatchObject({ message, cause: { code } });
  expect(exitCodeOf(error)).toBe(exitCode);
});

test('what else goes wrong stays as it is', () => {
  for (const error of [systemError('ENOENT', 'out'), new Error('no error of the system'), 'no error'])
    expect(explainSystemError(error)).toBe(error);
});
