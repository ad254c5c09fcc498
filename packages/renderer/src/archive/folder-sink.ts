import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import type { MediaSink, SinkFile } from './media-sink.ts';
import { replaceFile } from './replace-file.ts';

/** A sink that knows what is in it. */
export interface FolderSink extends MediaSink {
  /** The files that the page shows, absolute, in the order of their names. */
  files(): readonly string[];
}

/**
 * Media as files in a folder. A file that is there already is not written again: its name says its content.
 *
 * @param page The page's path: it finds the files relative to itself.
 * @param folder Made when the first file comes.
 * @param avif Whether photos also come as AVIF where that is smaller: it takes seconds for each.
 */
export function openFolderSink(page: string, folder: string, avif = false): FolderSink {
  const prefix = relative(dirname(resolve(page)), resolve(folder))
    .split(sep)
    .map(encodePart)
    .join('/');
  const written = new Map<string, Promise<void>>();
  return {
    choice: avif ? 'sizes and formats' : 'sizes',
    async put(file) {
      const path = resolve(folder, file.name);
      const writing = written.get(path) ?? writeUnlessThere(path, file);
      written.set(path, writing);
      try {
        await writing;
      } catch (error) {
        written.delete(path);
        throw error;
      }
      return [prefix, file.name].filter((part) => part !== '').join('/');
    },
    files: () => [...written.keys()].toSorted(),
  };
}

async function writeUnlessThere(path: string, file: SinkFile): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there?.isFile() && there.size === file.bytes) return;
  await replaceFile(path, file.open());
}

function encodePart(part: string): string {
  return encodeURIComponent(part.toWellFormed());
}
