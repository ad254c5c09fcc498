import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A call to the system that a writer makes. */
export interface SystemCall {
  readonly call: string;
  /** Its number among those of this name, from 1, in the thread that makes it. */
  readonly number: number;
}

/** What happens at a call: the program is killed before it, or it fails. */
export type Fault = 'SIGKILL' | 'EIO' | 'ENOSPC';

/** What a traced writer did. */
interface TracedRun {
  /** What it said was acknowledged. */
  readonly said: readonly string[];
  /** The calls that it made on its archive. */
  readonly calls: readonly SystemCall[];
  /** Whether the fault came to pass. */
  readonly isHit: boolean;
}

/** Whether this machine lets us trace programs; if not, that is said aloud. */
export async function canTrace(): Promise<boolean> {
  try {
    await run('strace', ['-f', '-qq', '-e', 'trace=close', '-o', '/dev/null', process.execPath, '-v']);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error);
    process.stderr.write(`SKIPPED: strace does not work here, so no system call was made to fail (${reason})\n`);
    return false;
  }
}

/** A writer to be traced. */
interface TracedTask {
  /** A folder of the run's own; the archive is `archive` in it. */
  readonly place: string;
  /** Where Node keeps compiled code; it should be filled, for a number to mean the same in every run. */
  readonly codeCache: string;
  readonly commits: number;
  /** What makes its bytes its own. */
  readonly name: string;
  /** Which calls to list. */
  readonly call: string;
  /** Which of them meets a fault; default none. */
  readonly fault?: { readonly number: number; readonly kind: Fault };
}

/** Run `writer.ts`, list its calls of one name, and let one of them meet a fault. */
export async function traceWriter({ place, codeCache, commits, name, call, fault }: TracedTask): Promise<TracedRun> {
  const directory = join(place, 'archive');
  const log = join(place, 'strace.log');
  const inject = fault === undefined ? [] : ['-e', `inject=${call}:${injection(fault.kind)}:when=${fault.number}`];
  const script = fileURLToPath(new URL('writer.ts', import.meta.url));
  const options = ['-f', '-q', '-y', '-o', log, '-e', `trace=${call}`, ...inject];
  const program = [process.execPath, '--conditions=@embalm/source', script, directory, 'x:20', String(commits), name];
  // With one thread for what waits for the disk, calls have the same numbers in every run.
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1', NODE_COMPILE_CACHE: codeCache };
  const said = await run('strace', [...options, ...program], { env }).then(
    ({ stdout }) => stdout,
    (error: { readonly stdout?: unknown }) => {
      if (fault === undefined || typeof error.stdout !== 'string') throw error;
      return error.stdout;
    },
  );
  const lines = (await readFile(log, 'utf8')).split('\n');
  return {
    said: said.split('\n').filter((line) => line !== ''),
    calls: callsOn(directory, call, lines),
    isHit: lines.some((line) => line.includes('(INJECTED)') || line.includes('killed by SIGKILL')),
  };
}

function injection(kind: Fault): string {
  return kind === 'SIGKILL' ? 'signal=SIGKILL' : `error=${kind}`;
}

function callsOn(directory: string, call: string, lines: readonly string[]): readonly SystemCall[] {
  const counts = new Map<string, number>();
  const numbers = new Set<number>();
  for (const line of lines) {
    const [, thread = '', name] = /^(\d{1,10}) +(\w{1,30})\(/.exec(line) ?? [];
    if (name !== call) continue;
    const number = (counts.get(thread) ?? 0) + 1;
    counts.set(thread, number);
    if (line.includes(directory)) numbers.add(number);
  }
  return [...numbers].map((number) => ({ call, number }));
}
