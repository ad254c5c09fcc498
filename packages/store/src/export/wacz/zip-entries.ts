import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file for a ZIP file. */
export interface ZipEntry {
  readonly path: string;
  /** Asked for when all entries before it have been written. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** The format has local time, and nothing before 1980: this gives the same bytes everywhere. */
const noTime = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 };

/** Write a ZIP file of stored entries, piece by piece; it grows into ZIP64 where it must. */
export async function* zipEntries(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array, void, void> {
  const zip = new ZipFile();
  const output = zip.outputStream.pipe(new PassThrough({ highWaterMark: 1024 * 1024 }));
  for (const { path, open } of entries) {
    zip.addReadStreamLazy(path, { ...noTime, compress: false }, (give) => {
      const stream = Readable.from(open(), { objectMode: false });
      stream.on('error', (error) => output.destroy(error));
      give(null, stream);
    });
  }
  zip.end();
  const chunks: AsyncIterable<Buffer> = output;
  yield* chunks;
}
