import { describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

async function runScript(script: string, { timeoutMs = 20_000, signal = new AbortController().signal } = {}) {
  const lines: string[] = [];
  const command = { program: process.execPath, args: ['-e', script], env: { EMBALM_TEST: '$(id)' } };
  const failure = await runCommand(command, { onLine: (line) => lines.push(line), timeoutMs, signal });
  return { failure, lines };
}

describe('runCommand', () => {
  test('passes on what a command prints, and says nothing of its success', async () => {
    const { failure, lines } = await runScript('console.log("one\\ntwo"); console.log(process.env.EMBALM_TEST)');
    expect(failure).toBeNull();
    expect(lines).toEqual(['one', 'two', '$(id)']);
  });

  test('says how a command failed, with the first error it printed', async () => {
    const { failure } = await runScript('console.error("a\\nError: no luck\\n  at once"); process.exitCode = 3');
    expect(failure).toBe('it ended with code 3 (Error: no luck)');
  });

  test('says how a command failed, with its last words', async () => {
    const { failure } = await runScript('console.error("no luck"); process.exitCode = 3');
    expect(failure).toBe('it ended with code 3 (no luck)');
  });

  test('says that a program is not there', async () => {
    const options = { onLine: () => {}, timeoutMs: 1000, signal: new AbortController().signal };
    expect(await runCommand({ program: '/no/such', args: [] }, options)).toBe('spawn /no/such ENOENT');
  });

  test('ends what takes too long', async () => {
    const { failure } = await runScript('setInterval(() => {}, 1000)', { timeoutMs: 300 });
    expect(failure).toBe('it was not done within 0.3 s (it said nothing)');
  });

  test('throws the reason of an abort', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('Interrupted')), 200);
    await expect(runScript('setInterval(() => {}, 1000)', { signal: controller.signal })).rejects.toThrow(
      'Interrupted',
    );
  });
});
