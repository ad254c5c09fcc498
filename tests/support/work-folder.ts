import { existsSync } from 'node:fs';
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkRecords } from '../../packages/store/test/check-records.ts';
import type { Replica } from '../replica/start-replica.ts';
import { runEmbalm, type Run } from './run-embalm.ts';
import { temporaryFolder } from './temporary-folder.ts';

const seed = fileURLToPath(new URL('../../seeds/iss.txt', import.meta.url));

/** A folder in which the command runs as a user would run it, with the seed article in it. */
export interface WorkFolder extends AsyncDisposable {
  readonly path: string;
  /** Run the command here; `replica` is the network it sees, `null` for none. Leave it out where none is asked for. */
  run(args: readonly string[], replica?: Replica | null): Promise<Run>;
  /** The sources that the records of all archives here name. @throws If a record does not fit the published schema. */
  sources(): Promise<readonly string[]>;
}

/** Nobody listens there: the network of a machine that has none. */
const deadProxy = 'http://127.0.0.1:9';

/** Make such a folder. When it is disposed of, all records of the archives in it must have fitted the published schema. */
export async function workFolder(): Promise<WorkFolder> {
  const folder = await temporaryFolder();
  await copyFile(seed, join(folder.path, 'iss.txt'));
  const sources = (): Promise<readonly string[]> => sourcesIn(folder.path);
  return {
    path: folder.path,
    sources,
    run: (args, replica) =>
      runEmbalm([...args, ...(replica === undefined ? [] : networkOf(replica))], { cwd: folder.path }),
    async [Symbol.asyncDispose]() {
      await using _removed = folder;
      await sources();
    },
  };
}

async function sourcesIn(folder: string): Promise<readonly string[]> {
  const archives = (await readdir(folder))
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, 'posts')));
  const checked = await Promise.all(archives.map(checkRecords));
  const misfits = checked.flatMap((each) => each.misfits);
  if (misfits.length > 0) throw new Error(`Records do not fit their schema:\n${misfits.join('\n')}`);
  return [...new Set(checked.flatMap(({ sources }) => sources))].toSorted();
}

/** The options that make a replica the whole network. */
export function networkOf(replica: Replica | null): readonly string[] {
  if (replica === null) return ['--proxy', deadProxy];
  return ['--proxy', replica.proxyUrl, '--proxy-ca', replica.caFile];
}
