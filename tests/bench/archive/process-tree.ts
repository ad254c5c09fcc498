import { readdirSync, readFileSync } from 'node:fs';

/** What a process and those that it started use. */
export interface TreeUsage {
  /** Of memory, what several share counted once. */
  readonly megabytes: number;
  /** Of the first process alone. */
  readonly ownMegabytes: number;
  readonly renderers: number;
}

interface Process {
  readonly parent: number;
  readonly megabytes: number;
  readonly isRenderer: boolean;
}

/**
 * Measure a process and those that it started (Linux only).
 *
 * @param apart A process that is not counted, with those that it started.
 */
export function measureTree(root: number, apart: number): TreeUsage {
  const all = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const one = readProcess(name);
        return one === null ? [] : [[Number(name), one] as const];
      }),
  );
  const isOurs = (pid: number): boolean => {
    if (pid === apart) return false;
    const parent = all.get(pid)?.parent;
    return pid === root || (parent !== undefined && parent > 1 && isOurs(parent));
  };
  const ours = [...all].filter(([pid]) => isOurs(pid)).map(([, one]) => one);
  return {
    megabytes: ours.reduce((sum, { megabytes }) => sum + megabytes, 0),
    ownMegabytes: all.get(root)?.megabytes ?? 0,
    renderers: ours.filter(({ isRenderer }) => isRenderer).length,
  };
}

/** @returns `null` for one that has just ended. */
function readProcess(name: string): Process | null {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    // After the program's name, which may hold anything: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [, kilobytes = '0'] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${name}/smaps_rollup`, 'utf8')) ?? [];
    return {
      parent: Number(fields[1]),
      megabytes: Number(kilobytes) / 1024,
      isRenderer: readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('--type=renderer'),
    };
  } catch {
    return null;
  }
}
