/** Files by their paths, in a ZIP file or a folder. Paths have `/`, and nothing leads out. */
export interface FileTree extends AsyncDisposable {
  /** In no order that matters. */
  readonly paths: readonly string[];
  /**
   * Read a file piece by piece.
   *
   * @throws {RefusedImportError} If it is not there, or not as the tree says it is.
   */
  open(path: string): AsyncIterable<Uint8Array>;
  /**
   * Read a file whole.
   *
   * @throws {RefusedImportError} As {@link open}; if it has more than `most` bytes.
   */
  read(path: string, most: number): Promise<Buffer>;
}

/** Gather chunks, or `null` if there are more than `most` bytes. */
export async function gatherUpTo(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Buffer | null> {
  const all: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > most) return null;
    all.push(chunk);
  }
  return Buffer.concat(all);
}
