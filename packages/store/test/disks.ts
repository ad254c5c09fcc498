import { dirname } from 'node:path';
import { type Disk, type DiskFile, nodeDisk } from '../src/disk/disk.ts';

/** A disk that tells of every call before it is made. */
export function watchedDisk(before: (call: string, path: string) => void, disk: Disk = nodeDisk): Disk {
  return {
    create: async (path, mode) => watch('create', path, async () => watchedFile(path, await disk.create(path, mode))),
    openToAppend: async (path) => watch('open', path, async () => watchedFile(path, await disk.openToAppend(path))),
    link: (existing, path) => watch('link', path, () => disk.link(existing, path)),
    rename: (from, to) => watch('rename', to, () => disk.rename(from, to)),
    remove: (path) => watch('remove', path, () => disk.remove(path)),
    makeDirectory: (path) => watch('mkdir', path, () => disk.makeDirectory(path)),
    syncDirectory: (path) => watch('sync-directory', path, () => disk.syncDirectory(path)),
  };

  async function watch<T>(call: string, path: string, run: () => Promise<T>): Promise<T> {
    before(call, path);
    return run();
  }

  function watchedFile(path: string, file: DiskFile): DiskFile {
    return {
      write: (bytes, position) => watch('write', path, () => file.write(bytes, position)),
      truncate: (bytes) => watch('truncate', path, () => file.truncate(bytes)),
      sync: () => watch('sync', path, () => file.sync()),
      // A close that fails still closes; otherwise the test itself would run out of files.
      close: async () => {
        await file.close();
        before('close', path);
      },
    };
  }
}

/** A disk whose call number `failing` (from 1) fails; if that writes, half of the bytes come through. */
export function failingDisk(failing: number, code: 'EIO' | 'ENOSPC'): { disk: Disk; calls: () => number } {
  let calls = 0;
  const watched = watchedDisk((call, path) => {
    calls += 1;
    if (calls === failing) throw Object.assign(new Error(`${code}: made up, ${call} '${path}'`), { code });
  });
  const disk = {
    ...watched,
    create: async (path: string, mode: number) => leaky(await watched.create(path, mode)),
    openToAppend: async (path: string) => leaky(await watched.openToAppend(path)),
  };
  return { disk, calls: () => calls };

  function leaky(file: DiskFile): DiskFile {
    return {
      ...file,
      async write(bytes, position) {
        if (calls + 1 !== failing) return file.write(bytes, position);
        calls -= 1;
        await file.write(bytes.subarray(0, bytes.length / 2), position);
        return file.write(bytes, position);
      },
    };
  }
}

/** A disk that takes at most `most` bytes a call. */
export function slowDisk(most: number): Disk {
  return {
    ...nodeDisk,
    create: async (path, mode) => hesitant(await nodeDisk.create(path, mode)),
    openToAppend: async (path) => hesitant(await nodeDisk.openToAppend(path)),
  };

  function hesitant(file: DiskFile): DiskFile {
    return { ...file, write: (bytes, position) => file.write(bytes.subarray(0, most), position) };
  }
}

/** A disk that knows what would survive a power cut. */
export interface PowerCutDisk {
  readonly disk: Disk;
  /** What is missing for a file under `root` to survive, or nothing. */
  readonly atRisk: (root: string, path: string) => readonly string[];
}

/**
 * Keeps account, as POSIX has it, of contents that no `fsync` of the file covers and of names that no `fsync` of their
 * directory covers.
 */
export function powerCutDisk(beforeLink: (path: string) => void = () => {}): PowerCutDisk {
  const unflushedNames = new Set<string>();
  const contents = new Map<string, { flushed: boolean }>();
  const disk: Disk = {
    async create(path, mode) {
      const content = { flushed: false };
      const file = await nodeDisk.create(path, mode);
      contents.set(path, content);
      unflushedNames.add(path);
      return accounted(file, content);
    },
    async openToAppend(path) {
      const file = await nodeDisk.openToAppend(path);
      const content = contents.get(path) ?? { flushed: true };
      if (!contents.has(path)) unflushedNames.add(path);
      contents.set(path, content);
      return accounted(file, content);
    },
    async link(existing, path) {
      beforeLink(path);
      await nodeDisk.link(existing, path);
      contents.set(path, contents.get(existing) ?? { flushed: true });
      unflushedNames.add(path);
    },
    async rename(from, to) {
      await nodeDisk.rename(from, to);
      contents.set(to, contents.get(from) ?? { flushed: true });
      contents.delete(from);
      unflushedNames.delete(from);
      unflushedNames.add(to);
    },
    async remove(path) {
      await nodeDisk.remove(path);
      unflushedNames.delete(path);
    },
    async makeDirectory(path) {
      await nodeDisk.makeDirectory(path);
      unflushedNames.add(path);
    },
    async syncDirectory(path) {
      const covered = [...unflushedNames].filter((name) => dirname(name) === path);
      await nodeDisk.syncDirectory(path);
      for (const name of covered) unflushedNames.delete(name);
    },
  };
  return { disk, atRisk };

  function atRisk(root: string, path: string): readonly string[] {
    const names: string[] = [];
    for (let place = path; place.length > root.length; place = dirname(place)) {
      if (unflushedNames.has(place)) names.push(`the name ${place}`);
    }
    return contents.get(path)?.flushed === false ? [...names, `the content of ${path}`] : names;
  }
}

function accounted(file: DiskFile, content: { flushed: boolean }): DiskFile {
  return {
    ...file,
    async write(bytes, position) {
      content.flushed = false;
      return file.write(bytes, position);
    },
    async sync() {
      await file.sync();
      content.flushed = true;
    },
  };
}
