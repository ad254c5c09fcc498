import { readFileSync } from 'node:fs';

/** The most memory that processes have had, each by itself, in MB. */
export interface PeakMemory {
  /** Of the process that is watched. */
  readonly own: number;
  /** Of the greatest of those that it started. */
  readonly child: number;
}

/** Watch a process and those that it starts (Linux only), lightly enough for a process that has other things to do. */
export function watchMemory(root: number): Disposable & { peak(): PeakMemory } {
  let [own, child] = [0, 0];
  const look = (): void => {
    own = Math.max(own, peakOf(root));
    for (const pid of descendantsOf(root)) child = Math.max(child, peakOf(pid));
  };
  const timer = setInterval(look, 250);
  return {
    peak: () => ({ own: Math.round(own), child: Math.round(child) }),
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

function descendantsOf(pid: number): readonly number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return [...children, ...children.flatMap(descendantsOf)];
}

function peakOf(pid: number): number {
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

/** What has just ended has no files any more. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
