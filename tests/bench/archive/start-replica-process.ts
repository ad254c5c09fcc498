import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A replica that runs beside the benchmark. */
export interface ReplicaProcess extends Disposable {
  readonly pid: number;
  readonly proxyUrl: string;
  readonly caPem: string;
  readonly caFile: string;
  /** Of its posts, each with four photos. */
  readonly ids: readonly string[];
}

/** Start a replica with so many posts. */
export async function startReplicaProcess(posts: number): Promise<ReplicaProcess> {
  const program = fileURLToPath(new URL('replica-process.ts', import.meta.url));
  const child = fork(program, [String(posts)], { execArgv: ['--conditions=@embalm/source'] });
  const [told] = (await once(child, 'message')) as [Omit<ReplicaProcess, 'pid'>];
  return { ...told, pid: child.pid ?? 0, [Symbol.dispose]: () => child.disconnect() };
}
