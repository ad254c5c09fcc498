import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { timeRun, type Timing } from '../time-runs.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const node = process.execPath;
const megabyte = 1024 * 1024;

/** Where inputs are kept from one run to the next. */
export const folder: string = join(root, '.cache', 'bench');

/** How long the inputs are, in bytes. */
export const size: number = Number(process.env['EMBALM_BENCH_MB'] ?? 1024) * megabyte;

/** Of how many runs to take the median. */
export const times: number = Number(process.env['EMBALM_BENCH_RUNS'] ?? 5);

/** Run the built command. */
export function runFind(...args: readonly string[]): Timing {
  return timeRun(node, [join(root, 'packages/cli/bin/embalm.js'), 'find', '--json', ...args]);
}

/** Run two of the built command at the same time, on the same input. */
export function runFindTwice(...args: readonly string[]): Timing {
  const command = [node, join(root, 'packages/cli/bin/embalm.js'), 'find', '--json', ...args];
  return timeRun('sh', ['-c', '"$@" & other=$!; "$@" && wait $other', 'sh', ...command]);
}

/** Run one of the programs beside this folder. */
export function runProgram(name: string, file: string): Timing {
  return timeRun(node, [join(root, 'tests/bench', name), file]);
}

/** Run Node, and nothing in it. */
export function runNode(): Timing {
  return timeRun(node, ['-e', '0']);
}

/** Run ripgrep for what most references have, or `null` if there is none. */
export const runRipgrep: ((file: string) => Timing) | null =
  spawnSync('rg', ['--version']).status === 0
    ? (file) => timeRun('rg', ['-c', String.raw`twitter\.com/|x\.com/|t\.co/|\(@`, file])
    : null;
if (runRipgrep === null) console.error('ripgrep is not installed: it is not compared with.');
