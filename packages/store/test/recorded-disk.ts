import { type Disk, type DiskFile, nodeDisk } from '../src/disk/disk.ts';

/** Something that was done to a disk, or that a program said. */
export type DiskEvent =
  | { readonly kind: 'create'; readonly path: string; readonly file: number }
  | { readonly kind: 'write'; readonly file: number; readonly bytes: Buffer; readonly position: number }
  | { readonly kind: 'truncate'; readonly file: number; readonly length: number }
  | { readonly kind: 'link' | 'rename'; readonly from: string; readonly path: string }
  | { readonly kind: 'remove' | 'mkdir'; readonly path: string }
  /** A flush of a file or a folder began; when it ends, what was done before it began is on the disk. */
  | { readonly kind: 'flush' | 'flushed'; readonly what: number | string; readonly flush: number }
  | { readonly kind: 'said'; readonly line: string };

/** A disk that writes down what is done to it. */
export interface RecordedDisk {
  readonly disk: Disk;
  readonly events: readonly DiskEvent[];
  /** Write down what was acknowledged. */
  readonly say: (line: string) => void;
}

/** Write down everything that is done to the real disk; flushes that are ignored by it are `ignored`. */
export function recordedDisk(
  ignored: 'no flush' | 'flushes of files' | 'flushes of folders' = 'no flush',
): RecordedDisk {
  const events: DiskEvent[] = [];
  const files = new Map<string, number>();
  let counter = 0;
  const disk: Disk = {
    async create(path, mode) {
      return recordedFile(await nodeDisk.create(path, mode), created(path));
    },
    async openToAppend(path) {
      return recordedFile(await nodeDisk.openToAppend(path), files.get(path) ?? created(path));
    },
    async link(from, path) {
      await nodeDisk.link(from, path);
      files.set(path, files.get(from) ?? -1);
      events.push({ kind: 'link', from, path });
    },
    async rename(from, path) {
      await nodeDisk.rename(from, path);
      files.set(path, files.get(from) ?? -1);
      files.delete(from);
      events.push({ kind: 'rename', from, path });
    },
    async remove(path) {
      await nodeDisk.remove(path);
      files.delete(path);
      events.push({ kind: 'remove', path });
    },
    async makeDirectory(path) {
      await nodeDisk.makeDirectory(path);
      events.push({ kind: 'mkdir', path });
    },
    async syncDirectory(path) {
      const end = flushing(path);
      await nodeDisk.syncDirectory(path);
      if (ignored !== 'flushes of folders') end();
    },
  };
  return { disk, events, say: (line) => events.push({ kind: 'said', line }) };

  function flushing(what: number | string): () => void {
    const flush = events.length;
    events.push({ kind: 'flush', what, flush });
    return () => events.push({ kind: 'flushed', what, flush });
  }

  function created(path: string): number {
    counter += 1;
    files.set(path, counter);
    events.push({ kind: 'create', path, file: counter });
    return counter;
  }

  function recordedFile(real: DiskFile, file: number): DiskFile {
    return {
      async write(bytes, position) {
        const count = await real.write(bytes, position);
        events.push({ kind: 'write', file, bytes: Buffer.from(bytes.subarray(0, count)), position });
        return count;
      },
      async truncate(length) {
        await real.truncate(length);
        events.push({ kind: 'truncate', file, length });
      },
      async sync() {
        const end = flushing(file);
        await real.sync();
        if (ignored !== 'flushes of files') end();
      },
      close: () => real.close(),
    };
  }
}
