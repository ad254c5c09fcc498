/** A file for a ZIP file. */
export interface ZipEntry {
  /** ASCII, with `/`. */
  readonly path: string;
  /** Asked for when all entries before it have been written. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** An entry that has been written. */
export interface WrittenEntry {
  readonly path: string;
  readonly offset: number;
  readonly bytes: number;
  readonly crc: number;
}
