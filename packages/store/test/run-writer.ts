import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { PostId } from '@embalm/post';

/** What a writer writes. */
export interface WriterTask {
  readonly directory: string;
  readonly posts: readonly PostId[];
  readonly commits: number;
  readonly name: string;
  /** Where Node keeps compiled code, so that the next writer starts three times as fast. */
  readonly codeCache: string;
  /** Kill it with SIGKILL this long after this many acknowledgements. */
  readonly kill?: {
    readonly after: number;
    readonly delayMs: number;
    /** Done before, while it stands still. */
    readonly before?: () => Promise<void>;
  };
}

/** Run `writer.ts` in a process of its own. Resolves to what it said was acknowledged, and whether it was killed. */
export async function runWriter(
  task: WriterTask,
): Promise<{ readonly said: readonly string[]; readonly killed: boolean }> {
  const script = fileURLToPath(new URL('writer.ts', import.meta.url));
  const { directory, posts, commits, name, codeCache, kill } = task;
  const child = spawn(
    process.execPath,
    ['--conditions=@embalm/source', script, directory, posts.join(','), String(commits), name],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: codeCache } },
  );
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  const said: string[] = [];
  let failure: unknown;
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (said.length === kill?.after) void end(kill);
  }
  const { code, signal } = await ended;
  if (failure !== undefined) throw failure;
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`The writer ended with ${code ?? signal}`);
  return { said, killed: signal === 'SIGKILL' };

  async function end({ delayMs, before }: NonNullable<WriterTask['kill']>): Promise<void> {
    await delay(delayMs);
    try {
      if (before !== undefined) {
        child.kill('SIGSTOP');
        await before();
      }
    } catch (error) {
      failure = error;
    } finally {
      child.kill('SIGKILL');
    }
  }
}
