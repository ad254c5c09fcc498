import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../packages/cli/bin/embalm.js', import.meta.url));

/** How a run of the command ended. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** The objects of an output of JSON Lines. */
  readonly objects: readonly Record<string, unknown>[];
}

interface RunOptions {
  readonly cwd: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
  /** An open file for standard output, of which nothing is returned then. */
  readonly out?: number;
  /** Called with the running command, to signal it. */
  readonly whileRunning?: (child: ReturnType<typeof spawn>) => void;
}

/** Run the built command in a child process, with no proxy or setting of this machine. */
export async function runEmbalm(args: readonly string[], options: RunOptions): Promise<Run> {
  const env: NodeJS.ProcessEnv = { ...process.env, XDG_CONFIG_HOME: join(options.cwd, '.config'), ...options.env };
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'NODE_OPTIONS']) {
    if (options.env?.[name] === undefined) delete env[name];
  }
  const child = spawn(process.execPath, [command, ...args], {
    cwd: options.cwd,
    env,
    stdio: ['pipe', options.out ?? 'pipe', 'pipe'],
  });
  child.stdin?.on('error', () => {});
  child.stdin?.end(options.stdin ?? '');
  options.whileRunning?.(child);
  const [out, err, [code]] = await Promise.all([read(child.stdout), read(child.stderr), once(child, 'close')]);
  return { code: code as number | null, out, err, objects: parseLines(out) };
}

function read(stream: Readable | null): Promise<string> | string {
  return stream === null ? '' : text(stream);
}

function parseLines(out: string): readonly Record<string, unknown>[] {
  if (!out.startsWith('{')) return [];
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
