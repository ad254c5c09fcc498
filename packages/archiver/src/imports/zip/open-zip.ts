import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { type FileTree, gatherUpTo } from '../file-tree.ts';
import { RefusedImportError } from '../refused-import-error.ts';
import { checkEntries } from './check-entries.ts';
import { reasonOf } from '../../reason-of.ts';

/** More entries than any export has: their names are held in memory. */
const mostEntries = 1_000_000;

/**
 * Open a ZIP file of which nothing is trusted: every name, place and length is looked at before anything is read, and
 * again while it is read.
 *
 * @throws {RefusedImportError} If an entry is not as it should be; it is named.
 */
export async function openZip(path: string): Promise<FileTree> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch(
    (error: unknown) => {
      throw new RefusedImportError(path, `it is no ZIP file that can be read: ${reasonOf(error)}`);
    },
  );
  try {
    const entries = await listEntries(path, zip);
    return treeOf(path, zip, entries);
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function listEntries(path: string, zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const all: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (all.push(entry) > mostEntries) throw new Error(`it has more than ${mostEntries} entries`);
    }
  } catch (error) {
    // The message names the entry.
    throw new RefusedImportError(path, reasonOf(error));
  }
  const problem = checkEntries(all, zip.fileSize);
  if (problem !== null) throw new RefusedImportError(path, problem.reason, problem.entry);
  return new Map(all.filter(({ fileName }) => !fileName.endsWith('/')).map((entry) => [entry.fileName, entry]));
}

function treeOf(path: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>): FileTree {
  return {
    paths: [...entries.keys()],
    open,
    async read(name, most) {
      const bytes = await gatherUpTo(open(name), most);
      if (bytes === null) throw new RefusedImportError(path, `it has more than ${most} bytes`, name);
      return bytes;
    },
    async [Symbol.asyncDispose]() {
      zip.close();
    },
  };

  async function* open(name: string): AsyncGenerator<Uint8Array, void, void> {
    const entry = entries.get(name);
    if (entry === undefined) throw new RefusedImportError(path, 'it is not there', name);
    try {
      const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
      yield* stream;
    } catch (error) {
      throw new RefusedImportError(path, reasonOf(error), name, { cause: error });
    }
  }
}
