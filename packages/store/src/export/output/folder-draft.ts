import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { inPieces } from '../../disk/in-pieces.ts';
import { type Disk, type DiskFile, nodeDisk } from '../../disk/disk.ts';
import { makeIfMissing, writeFully } from '../../disk/durable-files.ts';
import { explainDiskErrors } from '../../disk/explain-disk-errors.ts';
import { settleAll } from '../../disk/settle-all.ts';

/** A file as it was written. */
export interface WrittenFile {
  readonly bytes: number;
  /** In lower-case hex. */
  readonly sha256: string;
  readonly sha512: string;
}

/** The bytes of a file, piece by piece. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A folder that is being filled. */
export interface FolderDraft extends AsyncDisposable {
  /** Write a file that is not there yet, and the folders above it. @param path Relative, with `/`. */
  write(path: string, chunks: Chunks): Promise<WrittenFile>;
  /** Flush all files and folders: they survive a power cut. */
  finish(): Promise<void>;
}

/** As of other files that a user makes: what the umask leaves. */
const userMode = 0o666;
/** Of one write. */
const bytesAtATime = 512 * 1024;
/** Flushing waits for the disk, so many files do at the same time. */
const filesAtATime = 32;
/** That are remembered until they are flushed. */
const mostDirectories = 4096;

/**
 * Fill a folder. Disposing of the draft closes what is open.
 *
 * @param root An empty folder that is there.
 */
export function fillFolder(root: string, disk: Disk = nodeDisk): FolderDraft {
  const explained = explainDiskErrors(disk);
  const written: DiskFile[] = [];
  const directories = new Set<string>();

  return {
    async write(path, chunks) {
      const target = join(root, path);
      await ensureDirectory(dirname(target));
      const file = await explained.create(target, userMode);
      written.push(file);
      const sha256 = createHash('sha256');
      const sha512 = createHash('sha512');
      let bytes = 0;
      for await (const chunk of inPieces(chunks, bytesAtATime)) {
        sha256.update(chunk);
        sha512.update(chunk);
        await writeFully(file, chunk, bytes);
        bytes += chunk.length;
      }
      if (written.length >= filesAtATime) await flush();
      if (directories.size >= mostDirectories) await flushDirectories();
      return { bytes, sha256: sha256.digest('hex'), sha512: sha512.digest('hex') };
    },
    async finish() {
      await flush();
      await flushDirectories();
    },
    async [Symbol.asyncDispose]() {
      // The error that led here matters more.
      await Promise.allSettled(written.splice(0).map((file) => file.close()));
    },
  };

  /** Directories are known until they are flushed: then they are looked for again. */
  async function ensureDirectory(path: string): Promise<void> {
    if (directories.has(path)) return;
    if (path !== root) {
      await ensureDirectory(dirname(path));
      await makeIfMissing(explained, path);
    }
    directories.add(path);
  }

  async function flushDirectories(): Promise<void> {
    const paths = [...directories];
    directories.clear();
    for (let from = 0; from < paths.length; from += filesAtATime) {
      await settleAll(paths.slice(from, from + filesAtATime).map((path) => explained.syncDirectory(path)));
    }
  }

  async function flush(): Promise<void> {
    await settleAll(
      written.splice(0).map(async (file) => {
        try {
          await file.sync();
        } finally {
          await file.close();
        }
      }),
    );
  }
}
