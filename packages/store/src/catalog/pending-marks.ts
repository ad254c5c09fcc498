import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import type { Disk } from '../disk/disk.ts';
import type { DurableFiles } from '../disk/durable-files.ts';
import { listDirectory } from '../disk/list-directory.ts';
import { statIfPresent } from '../disk/stat-if-present.ts';
import { folderName, layout, postOfFolder } from '../layout.ts';

/**
 * Marks say which posts the index may not know in full: one empty file a commit in `pending/`, on the disk before the
 * record gets its name, removed when the index has taken it in. So a program that dies in between leaves its mark.
 */
export interface PendingMarks {
  prepare(post: PostId): PendingMark;
  /** How many commits of this program the index has not taken in. */
  readonly released: number;
  /**
   * All marks there are. Those that are `settled` may be removed once the index has taken in what their posts have by
   * now: the commit behind them is over.
   */
  list(): Promise<readonly FoundMark[]>;
  remove(marks: readonly FoundMark[]): Promise<void>;
}

/** The mark of one commit. */
interface PendingMark {
  /** Make it, unless it is made. When this resolves it is on the disk. */
  make(): Promise<void>;
  /** The commit is over, well or not. */
  release(): void;
}

/** A mark in the directory. */
interface FoundMark {
  readonly name: string;
  readonly post: PostId;
  readonly settled: boolean;
}

/** A commit takes milliseconds; a mark this old was left by a program that died. */
const abandonedAfterMs = 3_600_000;

/** Names of marks. */
export const markPattern: RegExp = /^(.{1,300})\.([0-9a-f]{16})-[0-9]{1,15}$/;

/** Make and find the marks of an archive. */
export function createPendingMarks(root: string, disk: Disk, files: DurableFiles, now: () => Date): PendingMarks {
  const directory = join(root, layout.pending);
  const released = new Set<string>();
  let counter = 0;
  return {
    prepare,
    get released() {
      return released.size;
    },
    list,
    remove,
  };

  function prepare(post: PostId): PendingMark {
    counter += 1;
    const name = `${folderName(post)}.${files.session}-${counter}`;
    let made = false;
    return {
      async make() {
        if (made) return;
        await files.ensureDirectory(directory);
        const file = await disk.create(join(directory, name), 0o666);
        made = true;
        await file.close();
        await files.syncDirectory(directory);
      },
      release() {
        if (made) released.add(name);
      },
    };
  }

  async function list(): Promise<readonly FoundMark[]> {
    const found: FoundMark[] = [];
    for (const mark of await listMarks(root)) {
      const settled = mark.session === files.session ? released.has(mark.name) : await isAbandoned(mark.name);
      found.push({ name: mark.name, post: mark.post, settled });
    }
    return found;
  }

  async function isAbandoned(name: string): Promise<boolean> {
    const found = await statIfPresent(join(directory, name));
    return found !== null && now().getTime() - found.mtimeMs > abandonedAfterMs;
  }

  async function remove(marks: readonly FoundMark[]): Promise<void> {
    for (const { name } of marks) {
      released.delete(name);
      // One that comes back, or that another program removed first, costs a second look and no more.
      await disk.remove(join(directory, name)).catch(() => null);
    }
  }
}

/** The marks in an archive, whoever made them. */
export async function listMarks(
  root: string,
): Promise<readonly { readonly name: string; readonly post: PostId; readonly session: string }[]> {
  const entries = await listDirectory(join(root, layout.pending));
  return entries.flatMap(({ name }) => {
    const [, folder = '', session = ''] = markPattern.exec(name) ?? [];
    const post = postOfFolder(folder);
    return post === null ? [] : [{ name, post, session }];
  });
}
