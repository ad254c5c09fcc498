import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DiskEvent } from './recorded-disk.ts';

/** What a disk has after a power cut: a folder's names, or a file's bytes. */
export type Remains = ReadonlyMap<string, Remains> | Buffer;

/** How much of a name or a content came to the disk that no flush covers. */
export type CameThrough = () => 'nothing' | 'half' | 'all';

/** A disk that loses its power. */
interface FailingPower {
  /** Do what was done to the recorded disk. */
  apply(event: DiskEvent): void;
  /**
   * What would be there if the power failed now. As POSIX has it, each name and each content that no flush covers may or
   * may not have come to the disk, in whatever order they were made.
   */
  remains(cameThrough: CameThrough): Remains;
}

type Entry = 'folder' | number;

const empty = Buffer.alloc(0);

/** Play what a recorded disk has recorded. @param root A folder that was there before. */
export function failingPower(root: string): FailingPower {
  const names = new Map<string, Entry>();
  const contents = new Map<number, Buffer>();
  const durableNames = new Map<string, Entry>();
  const durableContents = new Map<number, Buffer>();
  const flushes = new Map<number, () => void>();
  return { apply, remains };

  function apply(event: DiskEvent): void {
    switch (event.kind) {
      case 'create':
        names.set(event.path, event.file);
        break;
      case 'write':
        contents.set(event.file, written(contents.get(event.file) ?? empty, event.bytes, event.position));
        break;
      case 'truncate':
        contents.set(event.file, (contents.get(event.file) ?? empty).subarray(0, event.length));
        break;
      case 'link':
      case 'rename':
        names.set(event.path, names.get(event.from) ?? 'folder');
        if (event.kind === 'rename') names.delete(event.from);
        break;
      case 'remove':
        names.delete(event.path);
        break;
      case 'mkdir':
        names.set(event.path, 'folder');
        break;
      case 'flush':
        flushes.set(event.flush, typeof event.what === 'number' ? flushFile(event.what) : flushFolder(event.what));
        break;
      case 'flushed':
        flushes.get(event.flush)?.();
        break;
      case 'said':
    }
  }

  function flushFile(file: number): () => void {
    const content = contents.get(file) ?? empty;
    return () => durableContents.set(file, content);
  }

  function flushFolder(path: string): () => void {
    const inside = [...names].filter(([name]) => dirname(name) === path);
    return () => {
      for (const name of durableNames.keys()) if (dirname(name) === path) durableNames.delete(name);
      for (const [name, entry] of inside) durableNames.set(name, entry);
    };
  }

  function remains(cameThrough: CameThrough): Remains {
    const inside = Map.groupBy(new Set([...durableNames.keys(), ...names.keys()]), dirname);
    return folder(root);

    function folder(path: string): Remains {
      const entries = new Map<string, Remains>();
      for (const name of inside.get(path) ?? []) {
        const [durable, current] = [durableNames.get(name), names.get(name)];
        const entry = durable === current || cameThrough() === 'nothing' ? durable : current;
        if (entry === undefined) continue;
        entries.set(name.slice(path.length + 1), entry === 'folder' ? folder(name) : contentOf(entry, cameThrough));
      }
      return entries;
    }
  }

  function contentOf(file: number, cameThrough: CameThrough): Buffer {
    const durable = durableContents.get(file) ?? empty;
    const current = contents.get(file) ?? empty;
    if (durable.equals(current)) return durable;
    const how = cameThrough();
    if (how !== 'half') return how === 'all' ? current : durable;
    // Its length has come through, and of its bytes those in front.
    const half = Buffer.alloc(current.length);
    current.copy(half, 0, 0, Math.floor((durable.length + current.length) / 2));
    return half;
  }
}

function written(before: Buffer, bytes: Buffer, position: number): Buffer {
  const after = Buffer.alloc(Math.max(before.length, position + bytes.length));
  before.copy(after);
  bytes.copy(after, position);
  return after;
}

/** Put remains into a folder. */
export async function putRemains(path: string, remains: Remains): Promise<void> {
  if (Buffer.isBuffer(remains)) return writeFile(path, remains);
  await mkdir(path, { recursive: true });
  for (const [name, inside] of remains) await putRemains(join(path, name), inside);
}
