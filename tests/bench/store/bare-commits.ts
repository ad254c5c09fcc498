import { hash } from 'node:crypto';
import { closeSync, fsync, linkSync, mkdirSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const flush = promisify(fsync);

/** Makes the files of commits, and does nothing else. */
export interface BareCommits {
  /** A commit with so many blobs of 20 kB: each of its files, folders and flushes as an archive makes them, in four waits. */
  commit(blobs: number): Promise<void>;
  /** How many files and folders were flushed. */
  readonly flushes: number;
}

/** What the disk itself allows: the files, the names and the flushes of commits, with nothing read, checked or hashed in between. */
export function createBareCommits(root: string): BareCommits {
  for (const name of ['tmp', 'pending', 'blobs', 'posts']) mkdirSync(join(root, name), { recursive: true });
  const record = Buffer.alloc(1800, 'record ');
  let counter = 0;
  let flushes = 0;
  return {
    commit,
    get flushes() {
      return flushes;
    },
  };

  async function commit(blobs: number): Promise<void> {
    const bodies = Array.from({ length: blobs }, () => create(Buffer.alloc(20_000, `${counter + 1}`)));
    await Promise.all(bodies.map(finish));
    await Promise.all(
      bodies.map(({ path, name }) => give(path, `blobs/${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`)),
    );
    const file = create(record);
    closeSync(openSync(join(root, 'pending', file.name), 'wx'));
    await Promise.all([finish(file), flushFolder('pending')]);
    await give(file.path, `posts/${file.name.slice(0, 2)}/${file.name}/000001.json`, linkSync);
    unlinkSync(file.path);
  }

  function create(bytes: Buffer): Open {
    counter += 1;
    const path = join(root, 'tmp', `${counter}`);
    const descriptor = openSync(path, 'wx');
    writeSync(descriptor, bytes);
    return { path, descriptor, name: hash('sha256', path) };
  }

  async function finish({ descriptor }: Open): Promise<void> {
    flushes += 1;
    await flush(descriptor);
    closeSync(descriptor);
  }

  /** Its folder is new, mostly, so the name of that is flushed, too. */
  async function give(from: string, name: string, move = renameSync): Promise<void> {
    const folder = dirname(name);
    mkdirSync(join(root, folder), { recursive: true });
    move(from, join(root, name));
    await Promise.all([flushFolder(folder), flushFolder(dirname(folder))]);
  }

  async function flushFolder(name: string): Promise<void> {
    flushes += 1;
    const descriptor = openSync(join(root, name), 'r');
    await flush(descriptor);
    closeSync(descriptor);
  }
}

interface Open {
  readonly path: string;
  readonly descriptor: number;
  readonly name: string;
}
