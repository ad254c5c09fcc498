import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findBrowser } from '@embalm/archiver';
import type { Check } from './check.ts';

const run = promisify(execFile);

/** Look for a browser, and whether it starts. */
export async function checkBrowser(): Promise<Check> {
  const name = 'browser';
  const remedy = '`embalm doctor --install`, or set EMBALM_CHROMIUM to the path of a Chromium, Chrome or Edge';
  try {
    const { executable, foundBy } = await findBrowser();
    const { stdout } = await run(executable, ['--version'], { timeout: 20_000 });
    return { name, result: 'ok', detail: `${stdout.trim()} (${foundBy}: ${executable})`, remedy: null };
  } catch (error) {
    const [detail = 'none'] = error instanceof Error ? error.message.split('\n', 1) : [];
    return { name, result: 'failure', detail, remedy };
  }
}
