import type { KeyObject } from 'node:crypto';
import type { PostId } from '@embalm/post';
import type { Archive, Imported } from '@embalm/store';

/** What an import does with an archive. */
export type ImportTarget = Pick<Archive, 'keep' | 'commit' | 'head' | 'history' | 'forgotten'>;

/** How files are imported. */
export interface ImportOptions {
  readonly archive: ImportTarget;
  /** A WACZ file that this key signed is taken back word for word; the records of others are marked as imported. */
  readonly ownKey?: KeyObject | undefined;
  /** Also take posts that were erased from the archive on request; default false: then they are named as problems. */
  readonly again?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called as each post is done. */
  readonly onPost?: ((outcome: PostOutcome) => void) | undefined;
  /** The time; default the system's. */
  readonly now?: (() => Date) | undefined;
}

/** What became of one post of a file. */
export interface PostOutcome {
  readonly post: PostId;
  /** `known`: the archive has it from this or another file already. */
  readonly outcome: 'added' | 'known';
}

/** What came of a file. */
export interface ImportReport {
  readonly file: string;
  readonly kind: ImportKind;
  /** Of the file; of a folder, of the file in it that holds the posts. */
  readonly sha256: string;
  readonly added: number;
  readonly known: number;
  /** What could not be read, and was passed over. */
  readonly problems: readonly string[];
}

/** What a file is: the end of its records' source, as in `import:warc`. */
export type ImportKind = 'wacz' | 'warc' | 'payload' | 'x-export';

/** The work on one file. */
export interface ImportJob {
  readonly archive: ImportTarget;
  readonly kind: ImportKind;
  readonly imported: Imported;
  readonly problems: string[];
  /** Whether to take posts that were erased on request. */
  readonly again: boolean;
  /** Throws the signal's reason, if it aborted. */
  readonly goOn: () => void;
  readonly done: (outcome: PostOutcome) => void;
}
