import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program with its arguments; never a line for a shell. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** How a command is run. */
export interface RunOptions {
  /** Called with each line it prints, on either stream. */
  readonly onLine: (line: string) => void;
  /** After this time it is ended, in ms. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** The first such line says why; what follows it is often a stack, or advice. */
const errorLine = /^(?:E:|Err\b|\w{0,40}Error\b|error\b|failed\b)/i;

/**
 * Run a command to its end.
 *
 * @returns `null` if it succeeded, else why it did not: its exit code with the first error it printed, else its last line, or that it could
 *   not be started or took too long.
 * @throws The signal's reason, if it aborts.
 */
export async function runCommand(command: Command, options: RunOptions): Promise<string | null> {
  const { onLine, timeoutMs, signal } = options;
  signal.throwIfAborted();
  const timeout = AbortSignal.timeout(timeoutMs);
  const child = spawn(command.program, command.args, {
    env: { ...process.env, ...command.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: AbortSignal.any([signal, timeout]),
  });
  let complaint: string | null = null;
  let last = 'it said nothing';
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      const said = line.trim().slice(0, 300);
      if (said !== '') last = said;
      if (errorLine.test(said)) complaint ??= said;
      onLine(line);
    });
  }
  const failure = await new Promise<string | null>((resolve) => {
    child.on('error', (error) => {
      if (!signal.aborted && !timeout.aborted) resolve(error.message);
    });
    child.on('close', (code, killedBy) => {
      if (timeout.aborted) resolve(`it was not done within ${timeoutMs / 1000} s (${complaint ?? last})`);
      else
        resolve(
          code === 0 ? null : `it ended with ${code === null ? killedBy : `code ${code}`} (${complaint ?? last})`,
        );
    });
  });
  signal.throwIfAborted();
  return failure;
}
