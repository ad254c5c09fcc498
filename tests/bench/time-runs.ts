import { spawnSync } from 'node:child_process';

/** What a program took: the median of its runs. */
export interface Timing {
  readonly seconds: number;
  /** Of all its threads, in and for it; `NaN` where GNU time is missing. */
  readonly cpuSeconds: number;
  /** Of the run that took most; `NaN` where GNU time is missing. */
  readonly peakMegabytes: number;
}

const meter = '/usr/bin/time';
/** GNU time tells of any program, in a millisecond, what else only the program itself could. */
const hasMeter = spawnSync(meter, ['-f', '%M', 'true']).status === 0;
if (!hasMeter) console.error(`There is no GNU time at ${meter}: processor time and memory are not told.`);

/** Run a program once, its output thrown away. What it is compared with should run in between. */
export function timeRun(command: string, args: readonly string[]): Timing {
  const [program, ...rest] = hasMeter ? [meter, '-f', '\nmeter %U %S %M', command, ...args] : [command, ...args];
  const started = performance.now();
  const { status, stderr, error } = spawnSync(program ?? command, rest, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const seconds = (performance.now() - started) / 1000;
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  const told = /\nmeter (?<user>[\d.]+) (?<system>[\d.]+) (?<kilobytes>\d+)\n$/.exec(stderr)?.groups ?? {};
  return {
    seconds,
    cpuSeconds: Number(told['user']) + Number(told['system']),
    peakMegabytes: Number(told['kilobytes']) / 1024,
  };
}

/** Run several programs in turn, so many times. @returns One timing each: the medians of the seconds, the most memory. */
export function timeSideBySide<Names extends string>(
  programs: Readonly<Record<Names, () => Timing>>,
  times: number,
): Readonly<Record<Names, Timing>> {
  const entries = Object.entries<() => Timing>(programs);
  const runs = new Map(entries.map(([name]) => [name, [] as Timing[]]));
  for (let n = 0; n < times; n += 1) {
    for (const [name, run] of entries) runs.get(name)?.push(run());
  }
  const medians = [...runs].map(([name, timings]): [string, Timing] => [
    name,
    {
      seconds: median(timings.map(({ seconds }) => seconds)),
      cpuSeconds: median(timings.map(({ cpuSeconds }) => cpuSeconds)),
      peakMegabytes: Math.max(...timings.map(({ peakMegabytes }) => peakMegabytes)),
    },
  ]);
  return Object.fromEntries(medians) as Record<Names, Timing>;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
