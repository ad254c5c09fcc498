/** A file to be imported cannot be read, or is not what it says it is. Look at it; other files are not affected. */
export class RefusedImportError extends Error {
  override readonly name = 'RefusedImportError';
  readonly file: string;
  /** Of an archive file: the name of the entry. */
  readonly entry: string | null;

  constructor(file: string, reason: string, entry: string | null = null, options?: ErrorOptions) {
    super(`${file} is refused: ${entry === null ? '' : `${JSON.stringify(entry)} in it: `}${reason}.`, options);
    this.file = file;
    this.entry = entry;
  }
}
