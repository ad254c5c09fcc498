import { once } from 'node:events';
import { isatty } from 'node:tty';
import { CommanderError } from 'commander';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { explainSystemError } from './explain-system-error.ts';
import { InterruptedError } from './interrupted-error.ts';
import type { Io, Stream } from './io.ts';
import { openStdin } from './open-stdin.ts';
import { buildProgram } from './program.ts';

/** Ctrl-C reaches this process twice when another Node runs it: from the terminal, and handed on by its parent. */
const sameKeyMs = 1000;

// The one place that reads argv, prints and exits; everything below returns or throws.
const stop = new AbortController();
watchSignals();
leaveWhenNothingCanBeWritten();
process.exitCode = await run();

async function run(): Promise<number> {
  const io: Io = {
    out: streamOf(process.stdout),
    err: streamOf(process.stderr),
    signal: stop.signal,
    // Only whoever reads it opens it.
    get stdin() {
      return openStdin(stop.signal);
    },
  };
  try {
    let exitCode: number = exitCodes.done;
    const end = (code: number): void => {
      exitCode = code;
    };
    const program = await buildProgram(io, end, process.argv[2]);
    if (process.argv.length === 2) {
      program.outputHelp({ error: true });
      return exitCodes.usage;
    }
    await program.parseAsync(process.argv);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    return report(stop.signal.aborted ? stop.signal.reason : explainSystemError(error), io);
  }
}

function report(error: unknown, io: Io): number {
  const code = exitCodeOf(error);
  if (code !== null && error instanceof Error) {
    io.err.line(`embalm: ${error.message}`);
    return code;
  }
  io.err.line('embalm: a defect in embalm itself. Nothing that was kept before is lost. Please report this:');
  io.err.line(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitCodes.defect;
}

function watchSignals(): void {
  let firstAt = 0;
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      const now = performance.now();
      if (!stop.signal.aborted) {
        firstAt = now;
        stop.abort(new InterruptedError(name));
      } else if (now - firstAt > sameKeyMs) {
        process.exit(exitCodes.interrupted);
      }
    });
  }
}

/** `embalm find … | head` ends when `head` has seen enough; a full disk behind standard output is said. */
function leaveWhenNothingCanBeWritten(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done);
    const reason = error.code === 'ENOSPC' ? 'no room is left on the disk' : error.message;
    process.stderr.write(
      `embalm: Standard output cannot be written: ${reason}. What was kept in an archive is safe.\n`,
    );
    process.exit(exitCodes.environment);
  });
  // Nobody is left to tell.
  process.stderr.on('error', () => {});
}

function streamOf(stream: NodeJS.WriteStream & { readonly fd: number }): Stream {
  const isTerminal = isatty(stream.fd);
  return {
    isTerminal,
    // A terminal that does not say how wide it is says 0.
    columns: isTerminal ? Math.max(40, stream.columns || 80) : 120,
    colors: isTerminal && stream.hasColors(),
    line: (text) => void stream.write(`${text}\n`),
    write: async (bytes) => new Promise((resolve) => stream.write(bytes, () => resolve())),
    drained: async () => {
      if (stream.writableNeedDrain) await once(stream, 'drain');
    },
  };
}
