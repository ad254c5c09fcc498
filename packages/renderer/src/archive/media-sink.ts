/** Where a page's media go. */
export interface MediaSink {
  /** Whether a browser can choose among files of it; within a page all of them would be loaded. */
  readonly offersChoice: boolean;
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
