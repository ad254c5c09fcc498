import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Replica } from '../replica/start-replica.ts';
import { runEmbalm, type Run } from './run-embalm.ts';
import { temporaryFolder } from './temporary-folder.ts';

const seed = fileURLToPath(new URL('../../seeds/iss.txt', import.meta.url));

/** A folder in which the command runs as a user would run it, with the seed article in it. */
export interface WorkFolder extends AsyncDisposable {
  readonly path: string;
  /** Run the command here; `replica` is the network it sees, `null` for none. Leave it out where none is asked for. */
  run(args: readonly string[], replica?: Replica | null): Promise<Run>;
}

/** Nobody listens there: the network of a machine that has none. */
const deadProxy = 'http://127.0.0.1:9';

/** Make such a folder. */
export async function workFolder(): Promise<WorkFolder> {
  const folder = await temporaryFolder();
  await copyFile(seed, join(folder.path, 'iss.txt'));
  return {
    path: folder.path,
    run: (args, replica) =>
      runEmbalm([...args, ...(replica === undefined ? [] : networkOf(replica))], { cwd: folder.path }),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

/** The options that make a replica the whole network. */
export function networkOf(replica: Replica | null): readonly string[] {
  if (replica === null) return ['--proxy', deadProxy];
  return ['--proxy', replica.proxyUrl, '--proxy-ca', replica.caFile];
}
