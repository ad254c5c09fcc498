import { describe, expect, test } from 'vitest';
import { explainLaunchFailure } from './explain-launch-failure.ts';

const log = (...lines: string[]): Error =>
  new Error(
    ['browserType.launch: Target page has been closed', 'Call log:', '  - <launching> /b --a', ...lines].join('\n'),
  );

describe('explainLaunchFailure', () => {
  test('quotes what the browser said', () => {
    const said = 'chrome: error while loading shared libraries: libnss3.so: cannot open shared object file';
    expect(
      explainLaunchFailure(log(`  - [pid=71][err] ${said}`, '  - <process did exit: exitCode=127, signal=null>')),
    ).toBe(said);
  });

  test('names the sandbox', () => {
    expect(explainLaunchFailure(log('Chromium sandboxing failed!', '[pid=9][err] No usable sandbox!'))).toBe(
      'its sandbox does not work here; unprivileged user namespaces may be off (No usable sandbox!)',
    );
  });

  test('says how a silent one ended', () => {
    expect(explainLaunchFailure(log('  - <process did exit: exitCode=0, signal=null>'))).toBe(
      'it ended at once, exitCode=0, signal=null',
    );
  });

  test('takes the first line of anything else', () => {
    expect(explainLaunchFailure(new Error('spawn EACCES\nmore'))).toBe('spawn EACCES');
  });
});
