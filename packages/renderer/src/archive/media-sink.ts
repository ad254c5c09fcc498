/** Where a page's media go. */
export interface MediaSink {
  /** What a browser may choose from: within a page, one file of each image, since all of them would be loaded. */
  readonly choice: 'none' | 'sizes' | 'sizes and formats';
  /** Takes a file in, and says where the page finds it; `null` if it is too large to be taken in. */
  put(file: SinkFile): Promise<string | null>;
}

/** A file of a page. */
export interface SinkFile {
  /** Says all of the content: files of one name are the same. */
  readonly name: string;
  /** MIME type. */
  readonly mediaType: string;
  readonly bytes: number;
  readonly open: () => AsyncIterable<Uint8Array>;
}
