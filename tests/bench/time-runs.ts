import { spawnSync } from 'node:child_process';

/** What a program took: the median of its runs. */
export interface Timing {
  readonly seconds: number;
  /** Of the run that took most. */
  readonly peakMegabytes: number;
}

/** Tells at its end, on a line of its own, how much memory the process had at most. */
const report = `process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS + '\\n'));`;

/** Run a program some times, its output thrown away. What it is compared with should run in between. */
export function timeRun(command: string, args: readonly string[]): Timing {
  const started = performance.now();
  const { status, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(report)}` },
  });
  const seconds = (performance.now() - started) / 1000;
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  const peak = /\npeak (?<kilobytes>\d+)/.exec(stderr)?.groups?.['kilobytes'] ?? '0';
  return { seconds, peakMegabytes: Number(peak) / 1024 };
}

/** Run several programs in turn, so many times. @returns One timing each: the median of the seconds, the most memory. */
export function timeSideBySide(programs: readonly (() => Timing)[], times: number): readonly Timing[] {
  const runs = programs.map((): Timing[] => []);
  for (let n = 0; n < times; n += 1) {
    for (const [index, run] of programs.entries()) runs[index]?.push(run());
  }
  return runs.map((timings) => ({
    seconds: timings.map(({ seconds }) => seconds).toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN,
    peakMegabytes: Math.max(...timings.map(({ peakMegabytes }) => peakMegabytes)),
  }));
}
