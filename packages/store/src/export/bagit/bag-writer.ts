import { encodeTexts } from '../encode-texts.ts';
import type { Chunks, FolderDraft, WrittenFile } from '../output/folder-draft.ts';
import type { Scratch } from '../scratch.ts';
import { encodePath } from './encode-path.ts';

/** A bag that is being filled. */
export interface BagWriter {
  /** Add a file to the payload. @param path Below `data/`. */
  add(path: string, chunks: Chunks): Promise<void>;
  /** Write what describes the payload, and what describes that. @param describe Makes the lines of `bag-info.txt`. */
  finish(describe: (payload: Payload) => readonly string[]): Promise<void>;
}

/** What a bag holds. */
export interface Payload {
  readonly files: number;
  readonly bytes: number;
  /** Of `manifest-sha256.txt`: bags with the same payload have the same. */
  readonly manifestSha256: string;
}

/** RFC 8493, section 2.4, recommends SHA-512; the digests of an archive are SHA-256. */
const algorithms = ['sha256', 'sha512'] as const;
const declaration = ['BagIt-Version: 1.0\n', 'Tag-File-Character-Encoding: UTF-8\n'];

/** Write a bag of BagIt 1.0 (RFC 8493) into a folder. */
export function createBagWriter(folder: FolderDraft, scratch: Scratch): BagWriter {
  let files = 0;
  let bytes = 0;
  return {
    async add(path, chunks) {
      const name = `data/${path}`;
      const written = await folder.write(name, chunks);
      files += 1;
      bytes += written.bytes;
      scratch.addLine('files', `${written.sha256} ${written.sha512} ${encodePath(name)}\n`);
    },
    async finish(describe) {
      const tags = new Map<string, WrittenFile>();
      const addTag = async (name: string, lines: Iterable<string>): Promise<WrittenFile> => {
        const written = await folder.write(name, encodeTexts(lines));
        tags.set(name, written);
        return written;
      };
      await addTag('bagit.txt', declaration);
      const manifest = await addTag('manifest-sha256.txt', manifestLines(scratch, 0));
      await addTag('manifest-sha512.txt', manifestLines(scratch, 1));
      await addTag('bag-info.txt', describe({ files, bytes, manifestSha256: manifest.sha256 }));
      for (const algorithm of algorithms) {
        const lines = [...tags].map(([name, written]) => `${written[algorithm]}  ${name}\n`);
        await folder.write(`tagmanifest-${algorithm}.txt`, encodeTexts(lines));
      }
    },
  };
}

/** The lines of one manifest: a digest, two spaces as the programs that check digests want them, a path. */
function* manifestLines(scratch: Scratch, digest: 0 | 1): Generator<string, void, void> {
  for (const line of scratch.linesOf('files')) {
    const [sha256 = '', sha512 = ''] = line.split(' ', 2);
    const path = line.slice(sha256.length + sha512.length + 2);
    yield `${digest === 0 ? sha256 : sha512}  ${path}`;
  }
}
